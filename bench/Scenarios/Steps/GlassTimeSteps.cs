using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>When and for how long a text stands on the display, and single lines of it.</summary>
[Binding]
[Needs(Capability.Glass)]
public sealed class GlassTimeSteps(Bench bench, GlassWatch watch, Witness witness)
{
    /// <summary>No less and no more, to three tenths of a second.</summary>
    [Then("the display shows {string} for {decimal} second(s)")]
    public void ThenItShowsFor(string text, WatchTime time) =>
        watch.ExpectFor(Demanded(text), time.Time, orMore: false);

    [Then("the display shows {string} for at least {decimal} second(s)")]
    public void ThenItShowsForAtLeast(string text, WatchTime time) =>
        watch.ExpectFor(Demanded(text), time.Time, orMore: true);

    /// <summary>Since the last When; if that pressed keys, since the last of them.</summary>
    [Then("the display shows {string} within {decimal} second(s)")]
    public void ThenItShowsWithin(string text, WatchTime time) => watch.ExpectWithin(Demanded(text), time.Time);

    /// <summary>At no moment since the last When, and for one more second.</summary>
    [Then("the display does not show {string}")]
    public void ThenItDoesNotShow(string text) => watch.ExpectNever(Demanded(text));

    /// <summary>The whole line, now; blanks at its end do not count.</summary>
    [Then("line {int} reads {string}")]
    public void ThenALineReads(GlassLine line, string text)
    {
        var lines = bench.Profile.Display.Lines;
        if (line.Number > lines)
        {
            throw new FeatureMistakeException(
                $"the display of this meter has {Lines(lines)}, and no line {line.Number}");
        }


        GlassText.Demand(text.TrimEnd(), bench.Profile);
        var seen = witness.Now;
        var reads = seen.Lines[line.Number - 1].TrimEnd();
        if (reads != text.TrimEnd())
        {
            throw new MeterWrongException(
                $"line {line.Number} reads \"{reads}\", not \"{text.TrimEnd()}\"",
                [.. seen.Lines.Select((other, at) => at == line.Number - 1 ? text.TrimEnd() : other.TrimEnd())], seen);
        }

        bench.Build().Glass.Vouch(seen);
    }

    /// <summary>All lines, now.</summary>
    [Then("the display is blank")]
    public void ThenItIsBlank()
    {
        var seen = witness.Now;
        if (!seen.Lines.All(string.IsNullOrWhiteSpace))
            throw new MeterWrongException("the display is not blank", [""], seen);
        bench.Build().Glass.Vouch(seen);
    }

    private string Demanded(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FeatureMistakeException("the display shows which words? None are written");
        GlassText.Demand(text.Trim(), bench.Profile);
        return text.Trim();
    }

    private static string Lines(int count) => count == 1 ? "1 line" : $"{count} lines";
}
