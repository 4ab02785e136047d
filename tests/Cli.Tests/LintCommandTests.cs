using System.Runtime.Versioning;
using System.Text.Json;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

public sealed class LintCommandTests : TempFolder
{
    private const string Untidy = "Feature: f\nScenario: s\n Given a 5.0 kWh credit token\n"
        + " When the customer keys in the token\n Then the meter accepts it";

    private const string Tidy = "Feature: f\n\n  Scenario: s\n    Given a 5.0 kWh credit token\n"
        + "    When the customer keys in the token\n    Then the meter accepts it\n";

    [Fact]
    public void A_clean_feature_ends_with_zero()
    {
        Write("ok.feature", Tidy);
        var said = Run("lint", "ok.feature");
        Assert.Equal((0, "1 file, 1 scenario: nothing found\n"), (said.ExitCode, said.Out));
    }

    [Fact]
    public void A_finding_is_a_line_with_its_place_and_its_rule()
    {
        Write("features/a.feature", Tidy.Replace("keys in", "key in"));
        var said = Run("lint");
        Assert.Equal(1, said.ExitCode);
        Assert.Equal(
            "features/a.feature:5: no sentence \"When the customer key in the token\"; did you mean \"the customer "
            + "keys in the token\"? (hilbench steps lists all there are) [sentence]",
            said.OutLines[0]);
    }

    [Fact]
    public void Spacing_is_mended_once_and_nothing_else_is_touched()
    {
        var file = Write("a.feature", Untidy);
        var told = Run("lint", "a.feature");
        Assert.Contains("a.feature:2: ", told.Out);
        Assert.Equal(Untidy, File.ReadAllText(file));
        var mended = Run("lint", "--fix", "a.feature");
        Assert.Equal(
            (0, "a.feature: spacing mended\n1 file, 1 scenario: nothing found\n"), (mended.ExitCode, mended.Out));
        Assert.Equal(Tidy, File.ReadAllText(file));
        Assert.DoesNotContain("mended", Run("lint", "--fix", "a.feature").Out);
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_keeps_its_byte_order_mark_its_mode_and_the_link_that_leads_to_it()
    {
        var file = Write("a.feature", "\uFEFF" + Untidy);
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        File.SetUnixFileMode(file, mode);
        File.CreateSymbolicLink(PathOf("link.feature"), file);
        Assert.Equal(0, Run("lint", "--fix", "link.feature").ExitCode);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(file)[..3]);
        Assert.Equal(mode, File.GetUnixFileMode(file));
        Assert.NotNull(new FileInfo(PathOf("link.feature")).LinkTarget);
        Assert.Equal(0, Run("lint", "a.feature").ExitCode);
    }

    [Fact]
    public void A_file_that_the_reader_refuses_is_not_mended()
    {
        var file = Write("a.feature", Untidy + "\n Givne x\n");
        Assert.Equal(1, Run("lint", "--fix", "a.feature").ExitCode);
        Assert.Equal(Untidy + "\n Givne x\n", File.ReadAllText(file));
    }

    [Fact]
    public void Other_programs_get_one_document()
    {
        Write("a.feature", Untidy);
        using var document = JsonDocument.Parse(Run("lint", "--json", "a.feature").Out);
        var finding = Assert.Single(document.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("spacing", finding.GetProperty("rule").GetString());
        Assert.Equal(2, finding.GetProperty("line").GetInt32());
        Assert.Equal("a.feature", finding.GetProperty("file").GetString());
    }

    [Fact]
    public void What_cannot_be_read_is_said_beside_what_can()
    {
        Write("ok.feature", Tidy);
        var said = Run("lint", "ok.feature", "nowhere.feature");
        Assert.Equal(2, said.ExitCode);
        Assert.StartsWith("nowhere.feature: there is no such file or folder", said.Error);
        Assert.Contains("1 file, 1 scenario", said.Out);
        Complaint.Begins("hilbench lint: no option \"--fx\"; did you mean \"--fix\"?", Run("lint", "--fx"));
        Complaint.Begins("features: there is no such file or folder", Run("lint"));
    }
}
