using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HilBench.House.Tests;

/// <summary>A project uses only those below it in docs/architecture.md.</summary>
public partial class FloorTests
{
    /// <summary>
    /// The rooms from the ground up, with what each of them uses. Nothing else comes along: see
    /// bench/Directory.Build.props.
    /// </summary>
    private static readonly (string Room, string[] Uses)[] Floors =
    [
        ("Tokens", []),
        ("Meter", ["Tokens"]),
        ("Chips", []),
        ("Input", []),
        ("Vending", ["Tokens", "Chips", "Input"]),
        ("Roles", ["Tokens", "Meter", "Vending"]),
        ("TokenPort", ["Tokens", "Meter", "Roles"]),
        ("Board", ["Tokens", "Meter", "Roles", "TokenPort"]),
        ("Rig", ["Tokens", "Meter", "Chips", "Vending", "Roles", "TokenPort", "Board"]),
        ("Physical", ["Tokens", "Meter", "Roles", "TokenPort", "Board", "Rig"]),
        ("RigFiles", ["Tokens", "Meter", "Input", "Vending", "Roles", "TokenPort", "Board", "Rig", "Physical"]),
        ("Recording", ["Tokens", "Meter", "Input", "Vending", "Roles", "RigFiles"]),
        ("Scenarios", ["Tokens", "Meter", "Input", "Vending", "Roles", "Rig", "RigFiles", "Recording"]),
        ("History", ["Input", "Scenarios"]),
        ("Runs", ["Tokens", "Meter", "Input", "Roles", "RigFiles", "Recording", "Scenarios", "History"]),
        ("Simulation", ["Tokens", "Meter", "Chips", "Roles", "Board"]),
        ("Campaign", ["Tokens", "Meter", "Chips", "Input", "RigFiles"]),
        ("Lots", ["Tokens", "Input", "Roles", "RigFiles", "Scenarios", "Runs"]),
        ("Lab",
        [
            "Tokens", "Meter", "Input", "Vending", "Roles", "RigFiles", "Recording", "Scenarios", "History", "Runs",
            "Simulation", "Campaign",
        ]),
        ("Web",
        [
            "Tokens", "Meter", "Input", "Roles", "RigFiles", "Recording", "Scenarios", "History", "Runs",
        ]),
        ("Cli",
        [
            "Tokens", "Meter", "Chips", "Input", "Vending", "Roles", "TokenPort", "Board", "Rig", "Physical",
            "RigFiles", "Recording", "Scenarios", "History", "Runs", "Simulation", "Campaign", "Lots",
            "Lab", "Web",
        ]),
    ];

    [Fact]
    public void No_room_uses_one_that_is_above_it()
    {
        for (var floor = 0; floor < Floors.Length; floor++)
        {
            var below = Floors[..floor].Select(one => one.Room).ToArray();
            Assert.All(Floors[floor].Uses, used => Assert.Contains(used, below));
        }
    }

    [Fact]
    public void Every_project_references_the_rooms_it_uses_and_no_other()
    {
        var rooms = Projects()
            .Where(project => Path.GetFileName(project).StartsWith("HilBench.", StringComparison.Ordinal))
            .Where(project => !project.StartsWith("tests/", StringComparison.Ordinal))
            .ToDictionary(Room);
        Assert.Equal(Floors.Select(floor => floor.Room).Order(), rooms.Keys.Order());
        foreach (var (room, uses) in Floors)
            Assert.Equal(uses.Select(used => $"HilBench.{used}").Order(), References(rooms[room]).Order());
    }

    [Fact]
    public void No_project_of_the_house_references_a_test_project()
    {
        foreach (var project in Projects().Where(project => !project.StartsWith("tests/", StringComparison.Ordinal)))
            Assert.DoesNotContain(References(project), name => name.Contains("Test") || name.Contains("Specs"));
    }

    [Fact]
    public void Meter_and_chips_meet_only_in_the_virtual_rig()
    {
        var elsewhere = House.Files(".cs")
            .Where(file => file.StartsWith("bench/", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("bench/Chips/", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("bench/Rig/Virtual/", StringComparison.Ordinal))
            .Where(file => House.Text(file).Contains("using HilBench.Chips"))
            .Where(file => House.Text(file).Contains("using HilBench.Meter"));
        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = House.Text("HilBench.sln").Replace('\\', '/');
        Assert.All(Projects(), project => Assert.Contains(project, solution));
    }

    /// <summary>Tools that add a project also add x64 and x86 configurations, eight lines that mean nothing.</summary>
    [Fact]
    public void The_solution_is_built_for_any_processor_alone()
    {
        var platforms = Configuration().Matches(House.Text("HilBench.sln")).Select(found => found.Groups[1].Value);
        Assert.Equal(["Any CPU"], platforms.Distinct());
    }

    [Fact]
    public void Every_package_version_is_pinned_in_one_place()
    {
        foreach (var project in Projects())
        {
            var versions = XDocument.Load(Path.Combine(House.Root, project)).Descendants("PackageReference")
                .Where(package => package.Attribute("Version") is not null);
            Assert.Empty(versions);
        }

        var props = XDocument.Load(Path.Combine(House.Root, "Directory.Packages.props"));
        var pinned = props.Descendants("PackageVersion").ToArray();
        Assert.NotEmpty(pinned);
        Assert.All(pinned, package => Assert.Matches(@"^\d+\.\d+\.\d+(\.\d+)?$", package.Attribute("Version")!.Value));
    }

    /// <summary>docs/decisions/0013: whoever needs no chip of the package must not meet its types either.</summary>
    [Fact]
    public void Iot_Device_Bindings_and_what_it_brings_are_known_in_folders_of_that_name_alone()
    {
        var elsewhere = House.Files(".cs")
            .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal) && !file.Contains("/Bindings/"))
            .Where(file => OfBindings().IsMatch(House.Text(file)));
        Assert.Empty(elsewhere);
    }

    [Fact]
    public void A_project_that_uses_Iot_Device_Bindings_hides_its_types_from_those_above()
    {
        var uses = Projects()
            .Where(project => !project.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(project => XDocument.Load(Path.Combine(House.Root, project)).Descendants("PackageReference"))
            .Where(package => package.Attribute("Include")!.Value == "Iot.Device.Bindings")
            .ToArray();
        Assert.NotEmpty(uses);
        Assert.All(uses, package => Assert.Equal("compile", package.Attribute("PrivateAssets")?.Value));
    }

    private static string Room(string project) => Path.GetFileNameWithoutExtension(project)["HilBench.".Length..];

    /// <summary>Without the one that knows packages alone, as outside the checkout: tests/package.sh.</summary>
    private static IReadOnlyList<string> Projects() =>
    [
        .. House.Files(".csproj")
            .Where(file => !file.StartsWith("docs/examples/lab-project/", StringComparison.Ordinal)),
    ];

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(House.Root, project)).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Path.GetFileNameWithoutExtension(path)!);

    [GeneratedRegex(@"^using (static )?(\w+ = )?(Iot\.Device|UnitsNet|System\.Drawing)\b", RegexOptions.Multiline)]
    private static partial Regex OfBindings();

    [GeneratedRegex(@"\b(?:Debug|Release)\|([^.=\s][^.=\n]*[^.=\s])")]
    private static partial Regex Configuration();
}
