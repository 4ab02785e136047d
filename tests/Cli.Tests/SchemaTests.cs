using System.Text.Json;
using System.Text.Json.Nodes;
using HilBench.Campaign.Plans;
using HilBench.Cli.Tests.Fixture;
using HilBench.RigFiles;
using Json.Schema;

namespace HilBench.Cli.Tests;

/// <summary>
/// What an editor says of a rig, profile or plan file is what the program says of it. What the program knows beyond
/// each single setting (which kinds go together, say) no schema can know.
/// </summary>
public sealed class SchemaTests : TempFolder
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    };

    private static readonly string Root = FindRoot();

    public static TheoryData<string> Kinds => ["rig", "profile", "plan"];

    /// <summary>What is in the checkout; HILBENCH_WRITE=1 writes it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_schema_files_are_those_that_the_program_prints(string kind)
    {
        var file = Path.Combine(Root, "bench", "schemas", $"{kind}.schema.json");
        var printed = Run("schema", kind).Out;
        if (Environment.GetEnvironmentVariable("HILBENCH_WRITE") == "1") File.WriteAllText(file, printed);
        Assert.True(
            printed == File.ReadAllText(file), $"{file} is old; HILBENCH_WRITE=1 and this test write it again.");
        var beside = Path.Combine(AppContext.BaseDirectory, "schemas", $"{kind}.schema.json");
        Assert.Equal(printed, File.ReadAllText(beside));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_file_that_comes_with_the_bench_names_its_schema_and_is_valid_by_it(string kind)
    {
        string[] files = Directory.GetFiles(Path.Combine(Root, "bench", kind + "s"), "*.json");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var named = JsonNode.Parse(text, documentOptions: Lenient)!["$schema"]!.GetValue<string>();
            Assert.Equal(
                Path.Combine(Root, "bench", "schemas", $"{kind}.schema.json"),
                Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, named)));
            Assert.True(IsValid(kind, text), file);
        }
    }

    [Theory]
    [InlineData("rig", "{}", true)]
    [InlineData("rig", """{ "nonsense": 1 }""", false)]
    [InlineData("rig", """{ "clock": "sand" }""", false)]
    [InlineData("rig", """{ "seed": -1 }""", false)]
    [InlineData("rig", """{ "seed": 1.5 }""", false)]
    [InlineData("rig", """{ "seed": "1" }""", false)]
    [InlineData("rig", """{ "staTables": null }""", true)]
    [InlineData("rig", """{ "profile": null }""", false)]
    [InlineData("rig", """{ "leavesOut": [] }""", false)]
    [InlineData("rig", """{ "leavesOut": ["the moon"] }""", false)]
    [InlineData("rig", """{ "keypad": { "kind": "virtual", "rows": [5, 6, 13, 99] } }""", false)]
    [InlineData("rig", """{ "keypad": { "kind": "virtual", "rows": "5" } }""", false)]
    [InlineData("rig", """{ "keypad": { "kind": "harp" } }""", false)]
    [InlineData("rig", """{ "keypad": { "kind": "virtual", "port": "/dev/ttyUSB0" } }""", false)]
    [InlineData("rig", """{ "keypad": { "port": "/dev/ttyUSB0" } }""", false)]
    [InlineData("rig", """{ "display": { "kind": "pcf8574", "address": 39 } }""", true)]
    [InlineData("rig", """{ "display": { "kind": "virtual", "address": 39 } }""", false)]
    [InlineData("rig", """{ "meter": { "kind": "model", "port": "virtual" } }""", false)]
    [InlineData("rig", """{ "mains": true }""", false)]
    [InlineData("profile", "{}", true)]
    [InlineData("profile", """{ "buzzer": null }""", true)]
    [InlineData("profile", """{ "leds": null }""", true)]
    [InlineData("profile", """{ "words": null }""", false)]
    [InlineData("profile", """{ "display": { "columns": 7 } }""", false)]
    [InlineData("profile", """{ "display": { "colums": 16 } }""", false)]
    [InlineData("profile", """{ "keyChangeWindowSeconds": null }""", true)]
    [InlineData("profile", """{ "resultSeconds": null }""", false)]
    [InlineData("profile", """{ "codeOrder": "backwards" }""", false)]
    [InlineData("profile", """{ "shortCodes": {} }""", false)]
    [InlineData("profile", """{ "shortCodes": [] }""", true)]
    [InlineData("profile", """{ "shortCodes": [{ "keys": "804#", "shows": "the weather" }] }""", false)]
    [InlineData("profile", """{ "shortCodes": [{ "keys": "804#", "shows": "credit" }] }""", true)]
    [InlineData("profile", """{ "tamperRefusesCredit": 1 }""", false)]
    [InlineData("profile", """{ "maxCreditKwh": 1e9 }""", false)]
    [InlineData("plan", """{ "nonsense": 1 }""", false)]
    [InlineData("plan", """{ "meters": 0 }""", false)]
    [InlineData("plan", """{ "keys": { "fromBase": 1993 } }""", false)]
    [InlineData("plan", """{ "mistakes": { "digitWrong": 2 } }""", false)]
    [InlineData("plan", """{ "whatIfs": [{ "name": "x", "changes": { "meters": 1 } }] }""", false)]
    public void Schema_and_program_agree_about_a_setting(string kind, string text, bool isRight)
    {
        Assert.Equal(isRight, IsValid(kind, text));
        var file = Write("x.json", text);
        var refusal = Refusal(kind, file);
        Assert.True(isRight == refusal is null, refusal ?? "The program takes it.");
    }

    [Fact]
    public void The_words_that_print_a_schema_print_the_same_as_before()
    {
        Assert.Equal(Run("schema", "rig").Out, Run("rig", "schema").Out);
        Assert.Equal(Run("schema", "plan").Out, Run("campaign", "--schema").Out);
        Complaint.Begins("hilbench schema: a command is missing; allowed: rig, profile, plan", Run("schema"));
    }

    private static string? Refusal(string kind, string file)
    {
        try
        {
            object _ = kind switch
            {
                "rig" => Rigs.Load(file),
                "profile" => ProfileFiles.Load(file),
                _ => PlanFiles.Load(file),
            };
            return null;
        }
        catch (Input.SettingsException wrong)
        {
            return wrong.Message;
        }
    }

    private static bool IsValid(string kind, string text)
    {
        var schema = JsonSchema.FromText(kind switch
        {
            "rig" => Rigs.Schema(),
            "profile" => ProfileFiles.Schema(),
            _ => PlanFiles.Schema(),
        });
        using var document = JsonDocument.Parse(text, Lenient);
        return schema.Evaluate(document.RootElement).IsValid;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "HilBench.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No HilBench.sln above {AppContext.BaseDirectory}.");
    }
}
