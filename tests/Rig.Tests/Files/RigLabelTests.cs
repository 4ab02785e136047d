using System.Text.Json;
using HilBench.Input;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Files;

/// <summary>What a rig file says that tells its rig from the others of a lab.</summary>
public sealed class RigLabelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-labels-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_rig_file_names_its_meter_and_whatever_else_a_lab_wants_to_ask_for()
    {
        var plan = Load("""
            { "labels": { "model": "clou", "serial": "0417", "firmware": "1.2.3", "shelf_2-b": "Überspannung, 2 m" } }
            """);
        Assert.Equal(
            [("firmware", "1.2.3"), ("model", "clou"), ("serial", "0417"), ("shelf_2-b", "Überspannung, 2 m")],
            plan.Labels.Select(label => (label.Key, label.Value)).Order());
        Assert.False(plan.Labels.ContainsKey("SERIAL"));
    }

    [Theory]
    [InlineData("virtual")]
    [InlineData("none")]
    [InlineData("token-port")]
    public void A_shipped_rig_has_no_labels(string rig) => Assert.Empty(Rigs.Load(rig).Labels);

    [Fact]
    public void A_rig_behind_a_token_port_has_labels_too() => Assert.Equal(
        "0417", Load("""{ "meter": { "kind": "token-port" }, "labels": { "serial": "0417" } }""")
            .Labels[RigLabels.Serial]);

    [Theory]
    [InlineData("{\"labels\": \"clou\"}", ":1: labels is \"clou\"; allowed: an object of texts { ")]
    [InlineData("{\"labels\": {\n\"serial\": 417}}", ":2: labels.serial is 417; allowed: text")]
    [InlineData("{\"labels\": {\n\"serial\": null}}", ":2: labels.serial is null; allowed: text")]
    [InlineData("{\"labels\": {\n\"Serial\": \"1\"}}", ":2: labels: \"Serial\" is no key of a label; allowed: up")]
    [InlineData("{\"labels\": {\n\"2nd\": \"1\"}}", ":2: labels: \"2nd\" is no key of a label; allowed: ")]
    [InlineData("{\"labels\": {\n\"a b\": \"1\"}}", ":2: labels: \"a b\" is no key of a label; allowed: ")]
    [InlineData("{\"labels\": {\n\"\": \"1\"}}", ":2: labels: \"\" is no key of a label; allowed: ")]
    [InlineData("{\"labels\": {\n\"site\": \"\"}}", ":2: labels: \"site\" has a value that cannot be shown; ")]
    [InlineData("{\"labels\": {\n\"site\": \" x\"}}", ":2: labels: \"site\" has a value that cannot be shown; ")]
    [InlineData("{\"labels\": {\n\"site\": \"a\\nb\"}}", ":2: labels: \"site\" has a value that cannot be shown; ")]
    [InlineData("{\"labels\": {\n\"site\": \"\\u001b[2J\"}}", ":2: labels: \"site\" has a value that cannot be shown")]
    [InlineData("{\"labels\": {\n\"site\": \"\\u202eab\"}}", ":2: labels: \"site\" has a value that cannot be shown; ")]
    public void A_label_that_could_not_stand_in_a_report_is_refused_with_its_line(string json, string expected)
    {
        var message = Assert.Throws<SettingsException>(() => Load(json)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData(32, 64, true)]
    [InlineData(33, 64, false)]
    [InlineData(32, 65, false)]
    public void A_label_has_a_longest_key_and_a_longest_value(int key, int value, bool isAllowed)
    {
        var problem = RigLabels.Problem(new string('k', key), new string('v', value));
        Assert.Equal(isAllowed, problem is null);
    }

    [Fact]
    public void The_schema_has_the_known_labels_and_lets_others_in()
    {
        using var schema = JsonDocument.Parse(Rigs.Schema());
        var labels = schema.RootElement.GetProperty("properties").GetProperty("labels");
        Assert.Equal(
            ["model", "serial", "firmware", "site", "bench"],
            labels.GetProperty("properties").EnumerateObject().Select(one => one.Name));
        Assert.Equal("string", labels.GetProperty("additionalProperties").GetProperty("type").GetString());
    }

    private RigPlan Load(string json)
    {
        var path = Path.Combine(_folder, "rig.json");
        File.WriteAllText(path, json);
        return Rigs.Load(path);
    }
}
