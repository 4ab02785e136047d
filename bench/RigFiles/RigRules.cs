using HilBench.Roles;

namespace HilBench.RigFiles;

/// <summary>
/// Every setting of a rig file, what it means and what it may be. A setting that makes sense for some kinds only says
/// so (<see cref="SettingRule.For"/>); which kinds go together is the business of <see cref="RigKind"/>.
/// </summary>
internal static class RigRules
{
    public static SettingRule Root { get; } = SettingRule.Group(
        "",
        "A rig: what stands between a scenario and a meter.",
        [
            SettingRule.Text("$schema", "For editors: where the schema of this file is."),
            SettingRule.Text("description", "One line for `hilbench rig list`."),
            RigRule.Choice(
                "clock", "virtual = time jumps from event to event; wall = it passes.", ["virtual", "wall"], []),
            LabelsPart.Rules,
            MeterPart.Rules,
            SettingRule.Text("profile", "Meter profile: a name of `profiles/`, or a file beside this one."),
            SettingRule.Text("staTables", "File with EA07 tables; null = the sample tables.") with { MayBeNull = true },
            SettingRule.Whole("seed", "Seed of everything random when the run names none.", 0, int.MaxValue),
            new SettingRule(
                "leavesOut", SettingType.Texts,
                "What this rig does not have and is not meant to: scenarios that need it are left out and counted.")
            {
                Choices = Capability.All,
            },
            FaultsPart.Rules,
            SettingRule.Text("gpioChip", "Name or label of the GPIO chip; null = the one of a Raspberry Pi.")
                with { MayBeNull = true },
            SettingRule.Whole("i2cBus", "The bus of the chips on I2C: the number in /dev/i2c-N.", 0, 99),
            KeypadPart.Rules,
            DisplayPart.Rules,
            StorePart.Rules,
            .. BoardPart.Rules,
            RigRule.Choice(
                "mains", "Who switches the supply; relay = a relay of the bench.", ["virtual", "none", "relay"],
                ["operator"]),
            MainsRelayPart.Rules,
            RigRule.Choice(
                "load", "Who draws the power; test-loop = nobody, but a DC loop sees the contact of the load switch.",
                ["virtual", "none", "test-loop"], ["relay", "operator"]),
            TestLoopPart.Rules,
            PressPart.Rules,
        ]);
}
