using HilBench.Simulation.Events;
using HilBench.Tokens;

namespace HilBench.Simulation.Crash;

/// <summary>
/// Two lives, chosen so that every kind of write comes. What a profile does not save (a lockout, and where it says so
/// the codes taken) is in them too: a cut must not bring it about.
/// </summary>
internal static class CrashStories
{
    private static readonly Watts Much = new(3_000);

    private static readonly LifeEvent[] Refusals =
    [
        new LifeEvent.Buys(TokenKind.Credit, 256),
        new LifeEvent.TypesAgain(0),
        new LifeEvent.Mistypes(7),
        new LifeEvent.Mistypes(8),
        new LifeEvent.TypesNeighbours(50),
        new LifeEvent.TypesNeighbours(60),
        new LifeEvent.Buys(TokenKind.Credit, 30),
        new LifeEvent.Cut(default, 1, IsWarned: true, 5),
        new LifeEvent.Buys(TokenKind.Credit, 30, KeysAhead: 1),
        new LifeEvent.Buys(TokenKind.Debit, 20),
        new LifeEvent.Buys(TokenKind.Debit, 2_000),
        new LifeEvent.Buys(TokenKind.Credit, 60_000),
    ];

    private static readonly LifeEvent[] Metering =
    [
        new LifeEvent.Draws(Much, 300),
        new LifeEvent.Cut(new Watts(2_000), 40, IsWarned: true, 5),
        new LifeEvent.Cut(new Watts(2_000), 40, IsWarned: false, 5),
        new LifeEvent.Buys(TokenKind.PowerLimit, 2_500),
        new LifeEvent.Draws(Much, 85),
        new LifeEvent.Cut(Much, 12, IsWarned: true, 5),
        new LifeEvent.Buys(TokenKind.Credit, 40),
        new LifeEvent.Cut(default, 1, IsWarned: false, 5),
        new LifeEvent.Waits(70),
        new LifeEvent.Buys(TokenKind.PowerLimit, 12_000),
    ];

    private static readonly LifeEvent[] Tamper =
    [
        new LifeEvent.OpensCover(),
        new LifeEvent.Buys(TokenKind.Credit, 100),
        new LifeEvent.Cut(default, 1, IsWarned: true, 5),
        new LifeEvent.Buys(TokenKind.ClearTamper, 0),
    ];

    /// <summary>A set of two in both orders and over a cut, one that is refused, and a set of three.</summary>
    private static readonly LifeEvent[] TwoAndThreeCodes =
    [
        new LifeEvent.TypesCode(1, IsOfRefusedSet: true),
        new LifeEvent.TypesCode(2),
        new LifeEvent.TypesCode(1, IsOfRefusedSet: true),
        new LifeEvent.TypesCode(1),
        new LifeEvent.Cut(default, 1, IsWarned: true, 5),
        new LifeEvent.TypesCode(2),
        new LifeEvent.TypesCode(1),
        new LifeEvent.TypesCode(2),
        new LifeEvent.Buys(TokenKind.Credit, 300),
        new LifeEvent.TypesAgain(0),
        new LifeEvent.TypesAgain(9),
        new LifeEvent.TypesCode(1),
        new LifeEvent.Waits(1_000),
        new LifeEvent.TypesCode(3),
        new LifeEvent.TypesCode(1),
        new LifeEvent.TypesCode(2),
        new LifeEvent.TypesCode(3),
    ];

    /// <summary>A set of four in another order, one that waits too long, and one over a cut.</summary>
    private static readonly LifeEvent[] FourCodes =
    [
        new LifeEvent.Buys(TokenKind.Credit, 256),
        new LifeEvent.TypesCode(1),
        new LifeEvent.TypesCode(4),
        new LifeEvent.TypesCode(3),
        new LifeEvent.TypesCode(2),
        new LifeEvent.TypesAgain(0),
        new LifeEvent.Buys(TokenKind.Credit, 40),
        new LifeEvent.TypesCode(1),
        new LifeEvent.TypesCode(2),
        new LifeEvent.Waits(1_000),
        new LifeEvent.TypesCode(1),
        new LifeEvent.TypesCode(2),
        new LifeEvent.TypesCode(3),
        new LifeEvent.Cut(default, 1, IsWarned: true, 5),
        new LifeEvent.TypesCode(1),
        new LifeEvent.TypesCode(2),
        new LifeEvent.TypesCode(3),
        new LifeEvent.TypesCode(4),
    ];

    private static readonly LifeEvent[] End =
    [
        new LifeEvent.Buys(TokenKind.Credit, 50, IsLate: true),
        new LifeEvent.Buys(TokenKind.Credit, 40),
        new LifeEvent.Buys(TokenKind.ClearCredit, 0),
        new LifeEvent.Buys(TokenKind.Credit, 10),
        new LifeEvent.Draws(new Watts(5_000), 300),
    ];

    public static IReadOnlyList<(EncryptionAlgorithm Cipher, IReadOnlyList<LifeEvent> Story)> All { get; } =
    [
        (EncryptionAlgorithm.Ea07, [.. Refusals, .. Metering, .. Tamper, .. TwoAndThreeCodes, .. End]),
        (EncryptionAlgorithm.Ea11, [.. FourCodes, .. End]),
    ];
}
