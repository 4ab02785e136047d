using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>What a person reads on the display.</summary>
[Binding]
public sealed class GlassSteps(Bench bench, Witness witness)
{
    [Then("the meter accepts it")]
    public void ThenItIsAccepted() => witness.Expect(GlassAnswer.Accepted, "the meter accepts it");

    /// <summary>For whatever reason: used and old are refusals too.</summary>
    [Then("the meter refuses it")]
    public void ThenItIsRefused() => witness.ExpectRefusal();

    [Then("the meter refuses it as used")]
    public void ThenItIsRefusedAsUsed() => witness.Expect(GlassAnswer.Used, "the meter refuses it as used");

    [Then("the meter refuses it as old")]
    public void ThenItIsRefusedAsOld() => witness.Expect(GlassAnswer.Old, "the meter refuses it as old");

    [Then("the meter refuses it as locked")]
    public void ThenItIsRefusedAsLocked() => witness.Expect(GlassAnswer.Locked, "the meter refuses it as locked");

    [Then("the meter asks for the other code")]
    public void ThenTheOtherCodeIsAskedFor() =>
        witness.Expect(GlassAnswer.AsksForTheOtherCode, "the meter asks for the other code");

    /// <summary>Whole words on one line, at some moment since the last When.</summary>
    [Needs(Capability.Glass)]
    [Then("the display shows {string}")]
    public void ThenTheDisplayShows(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FeatureMistakeException("the display shows which words? None are written");
        GlassText.Demand(text.Trim(), bench.Profile);
        if (!witness.HasShown(text))
        {
            throw new MeterWrongException(
                $"the display never showed \"{Excerpt.Of(text)}\"; it showed {witness.Story()}", [text], witness.Now);
        }
    }

    /// <summary>Every line, now; blanks at the end of a line do not count.</summary>
    [Needs(Capability.Glass)]
    [Then("the display reads:")]
    public void ThenTheDisplayReads(string text)
    {
        var expected = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        var seen = witness.Now;
        var size = bench.Profile.Display;
        if (expected.Count > size.Lines)
            throw new FeatureMistakeException($"the display has {size.Lines} lines, the text {expected.Count}");
        foreach (var line in expected) GlassText.Demand(line, bench.Profile);
        while (expected.Count < size.Lines) expected.Add("");
        if (!expected.SequenceEqual(seen.Lines.Select(line => line.TrimEnd())))
            throw new MeterWrongException("the display reads something else", expected, seen);
        bench.Build().Glass.Vouch(seen);
    }
}
