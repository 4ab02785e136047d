using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Scenarios.World;

/// <summary>
/// Looks at a split meter for the scenario: at the measuring unit in its box, and at what only a keypad unit shows.
/// </summary>
public sealed class MeasuringWitness(Bench bench, Witness witness)
{
    private const int LooksAtALamp = 25;

    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(50);

    private IMeasuringUnit Unit => bench.Build().MeasuringUnit
        ?? throw new StimulusNotDeliveredException("a look at the measuring unit", "this meter is in one piece");

    public void ExpectLines(string text)
    {
        var expected = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        var size = bench.Profile.Display;
        if (expected.Count > size.Lines)
        {
            throw new FeatureMistakeException(
                $"the display of the measuring unit has {size.Lines} lines, the text {expected.Count}");
        }

        foreach (var line in expected) GlassText.Demand(line, bench.Profile);
        while (expected.Count < size.Lines) expected.Add("");
        _ = witness.Now;
        var lines = Unit.Display;
        if (expected.SequenceEqual(lines.Select(line => line.TrimEnd()))) return;
        throw new MeterWrongException(
            "the display of the measuring unit reads something else", expected,
            new GlassPicture(lines, bench.Build().Clock.Now));
    }

    /// <summary>Looks for more than a whole blink.</summary>
    public void ExpectLamp(Led led, LedLight wanted)
    {
        _ = witness.Now;
        var lit = 0;
        for (var look = 0; look < LooksAtALamp; look++)
        {
            if (Unit.IsLit(led)) lit++;
            bench.Build().Clock.Wait(Blink);
        }

        var seen = lit == 0 ? LedLight.Dark : lit == LooksAtALamp ? LedLight.Lit : LedLight.Blinking;
        if (seen == wanted) return;
        throw new MeterWrongException(
            $"the {FrontWords.Of(led)} LED of the measuring unit is {FrontWords.Of(wanted)}: instead it is "
            + FrontWords.Of(seen), seen: witness.Now);
    }

    public void ExpectSign(bool isThere)
    {
        var seen = witness.Now;
        if (seen.Lines.Any(line => line.Contains(Icon.Battery)) == isThere) return;
        throw new MeterWrongException(
            $"the keypad unit shows {(isThere ? "no" : "a")} sign for low batteries", seen: seen);
    }
}
