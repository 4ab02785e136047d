using HilBench.Roles;

namespace HilBench.RigFiles;

/// <summary>
/// A real display and no keypad: <c>keypad.kind</c> virtual with <c>clock</c> wall. Keys are handed to the meter's
/// program.
/// </summary>
internal sealed class DisplayOnlyKind() : GpioKind("virtual")
{
    protected override bool HasKeypad => false;

    public override RigPlan Read(RigHead head, Setting file)
    {
        if (file.Group("display").Find("kind") is null)
        {
            throw file.Find("clock")!.Wrong(
                "clock \"wall\" with keypad.kind \"virtual\" is a rig with a real display only: say which, "
                + "display.kind gpio or pcf8574");
        }

        if (file.Group("press").Text("kind", "hand") != "hand")
            throw file.Group("press").Wrong("press.kind \"adg2128\" needs a keypad; allowed: hand");
        return base.Read(head, file);
    }
}
