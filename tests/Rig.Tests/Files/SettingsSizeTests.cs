using System.Diagnostics;
using System.Text;
using HilBench.Input;
using HilBench.RigFiles;

namespace HilBench.Rig.Tests.Files;

/// <summary>Rigs, profiles and tables are short; what is long is refused, and what is read costs one pass.</summary>
public sealed class SettingsSizeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-size-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_kind_of_settings_has_a_bound()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("no endless device");
        var zero = Path.Combine(_folder, "zero.json");
        File.CreateSymbolicLink(zero, "/dev/zero");
        foreach (var load in new Func<string, object>[] { Rigs.Load, ProfileFiles.Load, StaTablesFile.Read })
        {
            Assert.Contains("zero.json: larger than 1 MB", Refusal(() => load(zero)), StringComparison.Ordinal);
        }

        var folder = Path.Combine(_folder, "folder.json");
        Directory.CreateDirectory(folder);
        Assert.Contains("folder.json: is a folder", Refusal(() => Rigs.Load(folder)), StringComparison.Ordinal);
        Assert.Contains("folder.json: is a folder", Refusal(() => ProfileFiles.Load(folder)), StringComparison.Ordinal);
    }

    /// <summary>Counting lines from the top for each value would take minutes here.</summary>
    [Fact]
    public void The_line_of_a_mistake_is_found_in_one_pass()
    {
        var text = new StringBuilder("{ \"staTables\": null,\n\"leavesOut\": [\n");
        for (var i = 0; i < 150_000; i++) text.Append("\"a\",\n");
        var file = Path.Combine(_folder, "long.json");
        File.WriteAllText(file, text.Append("\"b\"],\n\"sed\": 1 }").ToString());
        var since = Stopwatch.StartNew();
        var message = Refusal(() => Rigs.Load(file));
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(20), $"{since.Elapsed}");
        Assert.Contains("long.json:3: leavesOut[0] is \"a\"; allowed: contacts, ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such.json", "no-such.json: there is no such profile file; looked in ")]
    [InlineData("genric.json", "; did you mean \"generic.json\"?")]
    [InlineData("./mein.json", "; did you mean \"mine.json\"?")]
    [InlineData("nonesuch", "there is no profile \"nonesuch\"; allowed: acceptance, clou, ")]
    [InlineData("nonesuch", "or a file NAME.json; looked in ")]
    public void A_missing_profile_names_the_folders_and_the_nearest(string name, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "mine.json"), "{}");
        var asked = name.StartsWith("./", StringComparison.Ordinal) ? Path.Combine(_folder, name) : name;
        Assert.Contains(expected, Refusal(() => ProfileFiles.Load(asked)), StringComparison.Ordinal);
    }

    private static string Refusal(Func<object> load) => Assert.Throws<SettingsException>(load).Message;
}
