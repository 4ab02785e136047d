using System.Text.RegularExpressions;

namespace HilBench.House.Tests;

/// <summary>The version stands in Directory.Build.props; whatever else has it takes it from there.</summary>
public partial class VersionTests
{
    private const string Place = "Directory.Build.props";
    private const string Lab = "docs/examples/lab-project/Lab.Project.csproj";

    [Fact]
    public void No_other_file_of_the_build_says_a_version_of_the_bench()
    {
        string[] files =
        [
            .. House.Files(".csproj"), .. House.Files(".props"), .. House.Files(".targets"),
            .. House.Files("").Where(file => file.StartsWith("deploy/", StringComparison.Ordinal)), "Containerfile",
        ];
        var number = Number();
        var others = files.Where(file => file != Place && file != Lab)
            .Where(file => VersionProperty().IsMatch(House.Text(file))
                || House.Text(file).Contains($"hilbench-{number}", StringComparison.OrdinalIgnoreCase)
                || House.Text(file).Contains($"hilbench_{number}", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(others);
    }

    [Fact]
    public void The_project_of_a_lab_uses_the_packages_of_this_version()
    {
        Assert.Contains($"\"HilBench.Scenarios\" Version=\"{Number()}\"", House.Text(Lab));
    }

    /// <summary>Those of two commits that do not touch them are the same: bench/Input/ProgramVersion.cs.</summary>
    [Fact]
    public void No_library_has_the_commit_in_it()
    {
        var props = House.Text(Place);
        const string Revision = "IncludeSourceRevisionInInformationalVersion";
        Assert.Contains($"<{Revision}>false</{Revision}>", props);
        Assert.Contains("<EnableSourceControlManagerQueries>false</EnableSourceControlManagerQueries>", props);
    }

    [Fact]
    public void The_tools_that_make_a_release_are_those_of_the_manifest()
    {
        Assert.Contains("\"cyclonedx\"", House.Text(".config/dotnet-tools.json"));
        Assert.Contains("dotnet CycloneDX ", House.Text("deploy/release"));
    }

    private static string Number() => Version().Match(House.Text(Place)).Groups[1].Value;

    [GeneratedRegex("<Version>(.+)</Version>")]
    private static partial Regex Version();

    [GeneratedRegex("<(Version|PackageVersion|AssemblyVersion|FileVersion|InformationalVersion)>[0-9]")]
    private static partial Regex VersionProperty();
}
