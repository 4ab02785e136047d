using System.Text.Json;
using System.Text.RegularExpressions;
using HilBench.Cli.Tests.Fixture;
using HilBench.RigFiles;

namespace HilBench.Cli.Tests;

public sealed class RigCommandTests : TempFolder
{
    [Fact]
    public void The_list_has_a_line_for_each_rig()
    {
        var said = Run("rig", "list");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Equal(Rigs.Names, said.OutLines.Select(line => line.Split(' ')[0]));
        Assert.Matches("^none +the model alone", said.OutLines[0]);
        Assert.Contains(said.OutLines, line => Regex.IsMatch(line, "^virtual-i2c +the meter on emulated I2C chips"));
    }

    [Fact]
    public void A_rig_that_is_shown_can_be_copied_changed_and_run()
    {
        var shown = Run("rig", "show", "virtual");
        Assert.Equal(0, shown.ExitCode);
        Write("mine.json", shown.Out.Replace("\"seed\": 1,", "\"seed\": 9,"));
        Write("green.feature", Samples.Green);
        Assert.Equal(
            "1 scenario on rig mine, seed 9: 1 passed\n", Run("run", "green.feature", "--rig", "mine.json").Out);
    }

    [Fact]
    public void A_rig_is_checked_before_it_is_shown()
    {
        Write("mine.json", "{\n\"laod\": \"virtual\"}");
        Complaint.Begins(
            "mine.json:2: unknown setting \"laod\"; did you mean \"load\"? allowed: ", Run("rig", "show", "mine.json"));
        Complaint.Begins(
            "there is no rig \"nine\"; did you mean \"none\"? allowed: none, ", Run("rig", "show", "nine"));
    }

    [Fact]
    public void The_schema_is_JSON_and_knows_every_setting_of_the_shipped_rig()
    {
        var schema = JsonElement.Parse(Run("rig", "schema").Out);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        using var rig = JsonDocument.Parse(Run("rig", "show", "virtual").Out, options);
        var known = schema.GetProperty("properties").EnumerateObject().Select(setting => setting.Name).ToArray();
        Assert.All(rig.RootElement.EnumerateObject(), setting => Assert.Contains(setting.Name, known));
    }
}
