using System.Globalization;
using HilBench.Scenarios;

namespace HilBench.Web.Hand;

/// <summary>The meter that somebody wants to begin with, as a form asks for it.</summary>
internal sealed record MeterOrder
{
    public int KeyRevision { get; init; } = 1;

    public int BaseDate { get; init; } = 1993;

    /// <summary>In kWh, or in money where the profile counts that.</summary>
    public decimal Credit { get; init; } = 10;

    /// <summary>EA07 or EA11.</summary>
    public string Encryption { get; init; } = "EA07";

    /// <summary>Null = that of the rig.</summary>
    public string? Profile { get; init; }

    /// <summary>The sentences that describe it; what is as in the default world is not said.</summary>
    public IReadOnlyList<SaidStep> Steps(bool isCurrency)
    {
        var steps = new List<SaidStep>();
        var rows = new List<(string Name, string Value)>();
        if (Profile is not null) rows.Add(("profile", Profile));
        if (Encryption != "EA07") rows.AddRange([("encryption", Encryption), ("key derivation", "DKGA04")]);
        if (rows.Count > 0)
        {
            if (KeyRevision != 1) rows.Add(("key revision", Text(KeyRevision)));
            if (BaseDate != 1993) rows.Add(("base date", Text(BaseDate)));
            steps.Add(new SaidStep(
                StepKind.Given, "a meter with:",
                [.. rows.Prepend(("name", "value")).Select(row => $"| {row.Item1} | {row.Item2} |")]));
        }
        else
        {
            steps.Add(new SaidStep(
                StepKind.Given, $"a meter with key revision {Text(KeyRevision)} on base date {Text(BaseDate)}"));
        }

        if (Credit > 0) steps.Add(new SaidStep(StepKind.Given, CreditSentence(isCurrency)));
        return steps;
    }

    private string CreditSentence(bool isCurrency) => isCurrency
        ? string.Create(CultureInfo.InvariantCulture, $"the meter holds {Credit:0.00} in currency")
        : string.Create(CultureInfo.InvariantCulture, $"the meter holds {Credit:0.0} kWh");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
