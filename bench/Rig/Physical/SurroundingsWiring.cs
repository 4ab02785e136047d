using System.Globalization;
using HilBench.Rig.Surroundings;

namespace HilBench.Rig.Physical;

/// <summary>How the parts around a meter are wired, and what to mind.</summary>
internal static class SurroundingsWiring
{
    public static IEnumerable<WiredPart> PartsOf(TestLoopSettings? loop)
    {
        if (loop is null) yield break;
        var ohms = loop.Volts * 1000 / loop.Milliamps;
        yield return new WiredPart(
            $"INA236 at 0x{loop.Address:X2}, sees the load switch",
            [
                ("VS", "3V3, and GND to ground"),
                ("IN+", Text($"+{loop.Volts} V DC of a supply with a fuse")),
                ("VBUS", "to IN+"),
                ("IN-", "contact of the load switch"),
                ("", Text($"then {ohms:0.#} Ω, {loop.Volts * loop.Milliamps / 1000:0.##} W, to its minus and GND")),
            ]);
    }

    public static IEnumerable<string> WarningsOf(TestLoopSettings? loop)
    {
        if (loop is null) yield break;
        yield return "the test loop is 5 to 24 V DC from a supply of its own, never mains: take every mains wire off "
            + "the load switch before you put the loop on it";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
