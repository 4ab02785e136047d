using System.Globalization;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Scenarios.World;

/// <summary>What a customer understands from the glass after a token.</summary>
public enum GlassAnswer
{
    Accepted,
    Used,
    Old,
    Rejected,
    Locked,
    Incomplete,
    AsksForTheOtherCode,
}

/// <summary>Recognises the answers in the words of a profile.</summary>
public static class GlassAnswers
{
    private const string AnyNumber = "n";
    private const string Place = "{0}";

    public static GlassAnswer? Of(GlassPicture picture, MeterProfile profile)
    {
        foreach (var line in picture.Lines)
        {
            if (Of(line.Trim(), profile.Words) is { } answer) return answer;
        }

        return null;
    }

    /// <summary>What a result code means to a customer, when a port says it instead of the glass.</summary>
    public static GlassAnswer? Of(ResultCode result) => result switch
    {
        ResultCode.None => null,
        ResultCode.Accept => GlassAnswer.Accepted,
        ResultCode.UsedError => GlassAnswer.Used,
        ResultCode.OldError => GlassAnswer.Old,
        ResultCode.Lockout => GlassAnswer.Locked,
        ResultCode.FormatError => GlassAnswer.Incomplete,
        _ when result.IsAwaitingMore() => GlassAnswer.AsksForTheOtherCode,
        _ => GlassAnswer.Rejected,
    };

    public static bool IsRefusal(this GlassAnswer answer) =>
        answer is not (GlassAnswer.Accepted or GlassAnswer.AsksForTheOtherCode);

    /// <summary>The answer as a scenario would word it.</summary>
    public static string InWords(this GlassAnswer? answer) => answer switch
    {
        GlassAnswer.Accepted => "accepted it",
        GlassAnswer.Used => "refused it as used",
        GlassAnswer.Old => "refused it as old",
        GlassAnswer.Rejected => "refused it",
        GlassAnswer.Locked => "refused it because it is locked",
        GlassAnswer.Incomplete => "refused it as incomplete",
        GlassAnswer.AsksForTheOtherCode => "asked for the other code",
        _ => "gave no answer",
    };

    /// <summary>The word on the glass that means this.</summary>
    public static string Word(GlassAnswer answer, MeterProfile profile)
    {
        var words = profile.Words;
        return answer switch
        {
            GlassAnswer.Accepted => words.Accept,
            GlassAnswer.Used => words.Used,
            GlassAnswer.Old => words.Old,
            GlassAnswer.Locked => words.Locked,
            GlassAnswer.Incomplete => words.Incomplete,
            GlassAnswer.AsksForTheOtherCode => words.Halves.Count > 0
                ? string.Join(" or ", words.Halves.Take(2))
                : Filled(words.Half, AnyNumber),
            _ => Filled(words.Reject, AnyNumber),
        };
    }

    /// <summary>Another refusal that this profile says with the same word; null when there is none.</summary>
    public static GlassAnswer? SaidAlike(GlassAnswer refusal, MeterProfile profile)
    {
        if (refusal is GlassAnswer.AsksForTheOtherCode || !refusal.IsRefusal()) return null;
        var word = Word(refusal, profile);
        foreach (var other in Enum.GetValues<GlassAnswer>())
        {
            if (other != refusal && other.IsRefusal() && Word(other, profile) == word) return other;
        }

        return null;
    }

    private static GlassAnswer? Of(string line, ResultWords words)
    {
        if (line.Length == 0) return null;
        if (line == words.Accept) return GlassAnswer.Accepted;
        if (line == words.Used) return GlassAnswer.Used;
        if (line == words.Old) return GlassAnswer.Old;
        if (line == words.Locked) return GlassAnswer.Locked;
        if (line == words.Authentication || FitsTemplate(line, words.Reject)) return GlassAnswer.Rejected;
        if (line == words.Incomplete) return GlassAnswer.Incomplete;
        var isHalf = words.Halves.Count > 0
            ? words.Halves.Any(half => half.Trim() == line)
            : FitsTemplate(line, words.Half) && IsCode(line, words.Half);
        return isHalf ? GlassAnswer.AsksForTheOtherCode : null;
    }

    private static string Filled(string template, string number) =>
        string.Format(CultureInfo.InvariantCulture, template, number);

    /// <summary>The words of a template with any number in its place.</summary>
    private static bool FitsTemplate(string line, string template)
    {
        var place = template.IndexOf(Place, StringComparison.Ordinal);
        if (place < 0) return line == template;
        var after = template.Length - place - Place.Length;
        return line.Length > place + after
            && line.AsSpan().StartsWith(template.AsSpan(0, place))
            && line.AsSpan().EndsWith(template.AsSpan(place + Place.Length))
            && !line.AsSpan(place, line.Length - place - after).ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>A line that fits a template has the number of a code in its place, 1 to 4.</summary>
    private static bool IsCode(string line, string template)
    {
        var place = template.IndexOf(Place, StringComparison.Ordinal);
        return place < 0
            || (line.Length == template.Length - Place.Length + 1 && line[place] is >= '1' and <= '4');
    }
}
