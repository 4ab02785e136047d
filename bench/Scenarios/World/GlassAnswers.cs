using System.Globalization;
using HilBench.Meter;
using HilBench.Rig.Roles;

namespace HilBench.Scenarios.World;

/// <summary>What a customer understands from the glass after a token.</summary>
public enum GlassAnswer
{
    Accepted,
    Used,
    Old,
    Rejected,
    Incomplete,
    AsksForTheOtherCode,
}

/// <summary>Recognises the answers in the words of a profile.</summary>
public static class GlassAnswers
{
    private const int MostCodes = 4;

    public static GlassAnswer? Of(GlassPicture picture, MeterProfile profile)
    {
        foreach (var line in picture.Lines)
        {
            if (Of(line.Trim(), profile.Words) is { } answer) return answer;
        }

        return null;
    }

    public static bool IsRefusal(this GlassAnswer answer) =>
        answer is not (GlassAnswer.Accepted or GlassAnswer.AsksForTheOtherCode);

    /// <summary>The answer as a scenario would word it.</summary>
    public static string InWords(this GlassAnswer? answer) => answer switch
    {
        GlassAnswer.Accepted => "accepted it",
        GlassAnswer.Used => "refused it as used",
        GlassAnswer.Old => "refused it as old",
        GlassAnswer.Rejected => "refused it",
        GlassAnswer.Incomplete => "refused it as incomplete",
        GlassAnswer.AsksForTheOtherCode => "asked for the other code",
        _ => "gave no answer",
    };

    /// <summary>The word on the glass that means this.</summary>
    public static string Word(GlassAnswer answer, MeterProfile profile) => answer switch
    {
        GlassAnswer.Accepted => profile.Words.Accept,
        GlassAnswer.Used => profile.Words.Used,
        GlassAnswer.Old => profile.Words.Old,
        GlassAnswer.Incomplete => profile.Words.Incomplete,
        GlassAnswer.AsksForTheOtherCode => string.Format(CultureInfo.InvariantCulture, profile.Words.Half, "n"),
        _ => profile.Words.Reject,
    };

    private static GlassAnswer? Of(string line, ResultWords words)
    {
        if (line.Length == 0) return null;
        if (line == words.Accept) return GlassAnswer.Accepted;
        if (line == words.Used) return GlassAnswer.Used;
        if (line == words.Old) return GlassAnswer.Old;
        if (line == words.Reject) return GlassAnswer.Rejected;
        if (line == words.Incomplete) return GlassAnswer.Incomplete;
        for (var code = 1; code <= MostCodes; code++)
        {
            if (line == string.Format(CultureInfo.InvariantCulture, words.Half, code))
                return GlassAnswer.AsksForTheOtherCode;
        }

        return null;
    }
}
