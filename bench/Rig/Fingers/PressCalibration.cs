using HilBench.Roles;

namespace HilBench.Rig.Fingers;

/// <summary>
/// How short a press and a gap may be and still be seen every time: each halved until it fails, then proved. Keys are
/// pressed twice in a row, because a gap that is too short makes one press of two.
/// </summary>
/// <param name="keypad">Fingers that keep to the millisecond.</param>
/// <param name="legend">The keys to press: the diagonal of the pad.</param>
/// <param name="seen">How many presses the scanner has reported so far.</param>
public sealed class PressCalibration(IKeypad keypad, IReadOnlyList<string> legend, Func<int> seen)
{
    private const int TrialsInSearch = 1;
    private const int TrialsInProof = 3;
    private const double Margin = 1.5;
    private const int StepMs = 5;

    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(320);

    private string Diagonal => string.Concat(legend.Select((row, at) => row[at % row.Length]));

    /// <summary>The shortest reliable times; null when not even long presses are seen.</summary>
    public PressTiming? Find()
    {
        if (!IsReliable(Longest, Longest, TrialsInProof)) return null;
        var press = Shortest(time => IsReliable(time, Longest, TrialsInSearch));
        while (!IsReliable(press, Longest, TrialsInProof)) press += Ms(StepMs);
        var gap = Shortest(time => IsReliable(press, time, TrialsInSearch));
        while (!IsReliable(press, gap, TrialsInProof)) gap += Ms(StepMs);
        return new PressTiming { Press = press, Gap = gap, Bounce = TimeSpan.Zero };
    }

    /// <summary>Half as long again, in whole steps: what a slow moment of the machine may cost.</summary>
    public static PressTiming WithMargin(PressTiming shortest) => shortest with
    {
        Press = Roomy(shortest.Press), Gap = Roomy(shortest.Gap),
    };

    private static TimeSpan Roomy(TimeSpan time) =>
        Ms((int)Math.Ceiling(time.TotalMilliseconds * Margin / StepMs) * StepMs);

    /// <summary>By halving, to a step of five milliseconds.</summary>
    private static TimeSpan Shortest(Func<TimeSpan, bool> isReliable)
    {
        var (fails, works) = (0, (int)Longest.TotalMilliseconds / StepMs);
        while (works - fails > 1)
        {
            var middle = (fails + works) / 2;
            if (isReliable(Ms(middle * StepMs))) works = middle;
            else fails = middle;
        }

        return Ms(works * StepMs);
    }

    private bool IsReliable(TimeSpan press, TimeSpan gap, int trials)
    {
        for (var trial = 0; trial < trials; trial++)
        {
            foreach (var key in Diagonal)
            {
                var before = seen();
                try
                {
                    keypad.Press(key, press, gap);
                    keypad.Press(key, press, Longest);
                }
                catch (StimulusNotDeliveredException)
                {
                    return false;
                }

                if (seen() - before != 2) return false;
            }
        }

        return true;
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
