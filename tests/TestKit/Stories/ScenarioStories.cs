using HilBench.TestKit.Vectors;

namespace HilBench.TestKit.Stories;

/// <summary>
/// The rollover of 24 November 2024: as it should go, with three codes, and on a meter that missed it. The file does
/// not say what is in the TID store, so the meter is one made on 1 January 2020, as in the default world.
/// </summary>
internal static class ScenarioStories
{
    private static readonly int Made =
        (int)(new DateTime(2020, 1, 1) - new DateTime(1993, 1, 1)).TotalMinutes;

    public static IEnumerable<MeterStory> Of(ScenarioCase c)
    {
        yield return Rollover(c);
        yield return WithThreeCodes(c);
        yield return Missed(c);
    }

    private static MeterStory Rollover(ScenarioCase c)
    {
        var told = On(c, c.Id, credit: 0);
        var credit = 0L;
        foreach (var step in c.Steps)
        {
            var after = step.CreditUnitsAfter ?? credit;
            switch (step.Expect)
            {
                case "Accept": told.Credited(step.Token, after - credit); break;
                case "2nd section stored, waiting": told.Half(step.Token, section: 2, awaited: 1); break;
                case "Accept, key change complete": told.Changed(step.Token, Target(c, "000000")); break;
                case "CRCError" or "UsedError": told.Refused(step.Token, step.Expect); break;
                default: throw new NotSupportedException($"{c.Id}: nobody knows what \"{step.Expect}\" asks.");
            }

            credit = after;
        }

        return told.End();
    }

    private static MeterStory WithThreeCodes(ScenarioCase c)
    {
        var told = On(c, $"{c.Id} three codes", StoryMeter.SomeCredit);
        told.Set(c.ThreeTokenForm, Target(c, c.New.Sgc));
        return told.Refused(c.ThreeTokenForm[0], "CRCError").End();
    }

    private static MeterStory Missed(ScenarioCase c) =>
        On(c, $"{c.Id} missed", StoryMeter.SomeCredit)
            .Refused(c.NotRolledOver.Token, c.NotRolledOver.Expect)
            .End();

    private static Telling On(ScenarioCase c, string id, long credit) =>
        new(id, c, new StoryMeter(c.Meter) { CreditUnits = credit, TidStore = [Made] });

    private static StoryKey Target(ScenarioCase c, string group) =>
        StoryKey.Of(c.New, c.NewKey, c.Ken) with { Sgc = group };
}
