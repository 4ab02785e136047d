using System.Globalization;
using HilBench.Scenarios;

namespace HilBench.Web.Hand;

/// <summary>What can be bought, or got from the utility.</summary>
public enum TokenKind
{
    Credit,
    CreditUnderNewKey,
    KeyChange,
    ClearCredit,
    ClearTamper,
    PowerLimit,
    Test,
}

/// <summary>A token that somebody wants to have on the tray, as a form asks for it.</summary>
internal sealed record TokenOrder
{
    public TokenKind Kind { get; init; }

    /// <summary>In kWh, or in money where the profile counts that.</summary>
    public decimal Amount { get; init; } = 25.6m;

    public int Watts { get; init; } = 5000;

    /// <summary>The key after a change.</summary>
    public int KeyRevision { get; init; } = 2;

    public int BaseDate { get; init; } = 2014;

    /// <summary>Codes of a change: two, three or four.</summary>
    public string Codes { get; init; } = "two";

    public int TestNumber { get; init; }

    /// <summary>The sentence that puts it on the tray.</summary>
    /// <param name="name">What the slip is called.</param>
    /// <param name="isCurrency">The meter counts money.</param>
    public SaidStep Step(string name, bool isCurrency) => new(StepKind.Given, Kind switch
    {
        TokenKind.Credit when isCurrency => $"a credit token \"{name}\" of {Money} in currency",
        TokenKind.Credit => $"a {Energy} kWh credit token \"{name}\"",
        TokenKind.CreditUnderNewKey =>
            $"a {Energy} kWh credit token \"{name}\" under {Key}",
        TokenKind.KeyChange =>
            $"the {Codes} key change codes \"{name}\" to {Key}",
        TokenKind.ClearCredit => $"a clear credit token \"{name}\"",
        TokenKind.ClearTamper => $"a clear tamper token \"{name}\"",
        TokenKind.PowerLimit => $"a maximum power limit token \"{name}\" of {Text(Watts)} W",
        _ => $"the token for test {Text(TestNumber)}",
    });

    private string Key => $"key revision {Text(KeyRevision)} on base date {Text(BaseDate)}";

    private string Energy => Amount.ToString("0.0", CultureInfo.InvariantCulture);

    private string Money => Amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
