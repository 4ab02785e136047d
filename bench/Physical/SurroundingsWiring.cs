using System.Globalization;
using HilBench.Board;
using HilBench.Rig.Surroundings;

namespace HilBench.Physical;

/// <summary>How the parts around a meter are wired, and what to mind.</summary>
internal static class SurroundingsWiring
{
    public static IEnumerable<WiredPart> PartsOf(TestLoopSettings? loop, MainsRelaySettings? relay)
    {
        if (loop is not null) yield return Of(loop);
        if (relay is not null) yield return Of(relay);
    }

    public static IEnumerable<string> WarningsOf(TestLoopSettings? loop, MainsRelaySettings? relay)
    {
        if (loop is not null)
        {
            yield return "the test loop is 5 to 24 V DC from a supply of its own, never mains: take every mains "
                + "wire off the load switch before you put the loop on it";
        }

        if (relay is null) yield break;
        yield return "mains kills: only somebody who is trained for it wires the contact, in a closed box with a fuse "
            + "and a residual current device; the board must isolate its contacts from its inputs";
        yield return "use the normally open contact and a board whose inputs have their resistors: a bench without "
            + "supply or program is a meter without mains";
    }

    private static WiredPart Of(TestLoopSettings loop)
    {
        var (ohms, watts) = (loop.Volts * 1000 / loop.Milliamps, loop.Volts * loop.Milliamps / 1000);
        return new WiredPart(
            $"INA236 at 0x{loop.Address:X2}, sees the load switch",
            [
                ("VS", "3V3, and GND to ground"),
                ("IN+", Text($"+{loop.Volts} V DC of a supply with a fuse")),
                ("VBUS", "to IN+"),
                ("IN-", "contact of the load switch"),
                ("", Text($"then {ohms:0.#} Ω, {watts:0.##} W, to its minus and GND")),
            ]);
    }

    private static WiredPart Of(MainsRelaySettings relay) => new(
        $"MCP23017 at 0x{relay.Address:X2}, the meter's mains",
        [
            (ExpanderWiring.NameOf(relay.Line), $"relay input, {(relay.IsActiveLow ? "low" : "high")} = mains on"),
            ("", "relay contact (NO): mains to meter"),
        ]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
