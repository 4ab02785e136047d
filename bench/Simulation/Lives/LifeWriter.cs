using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Tokens;
using SeededRandom = HilBench.Chips.SeededRandom;

namespace HilBench.Simulation.Lives;

/// <summary>
/// Makes up the life of a household from a seed. How often each thing happens is an assumption [A]: seldom things
/// happen more often than in a house, or a hundred events would hold none (docs/simulation.md).
/// </summary>
internal sealed class LifeWriter(ulong seed)
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private static readonly Watts NoLoad = default;

    private readonly SeededRandom _random = SeededRandom.For(seed, "life");

    /// <summary>One profile of these, one meter in eight with EA11, and so many events.</summary>
    public Life Write(IReadOnlyList<MeterProfile> profiles, int count)
    {
        var profile = profiles[Below(profiles.Count)];
        var cipher = Below(8) == 0 ? EncryptionAlgorithm.Ea11 : EncryptionAlgorithm.Ea07;
        var events = new List<LifeEvent>(count);
        while (events.Count < count)
        {
            if (Below(1000) == 0) Flicker(events, Math.Min(5 + Below(15), count - events.Count));
            else events.Add(Next(profile));
        }

        return new Life(profile, cipher, events);
    }

    private LifeEvent Next(MeterProfile profile) => Below(100) switch
    {
        < 26 => Buys(),
        < 34 => new LifeEvent.TypesAgain(Below(25)),
        < 41 => new LifeEvent.Mistypes(Below(20)),
        < 44 => new LifeEvent.TypesNeighbours(10 + Below(500)),
        < 51 => Code(),
        < 54 => new LifeEvent.CutInSave(Below(3) == 0 ? Code() : Buys(), Below(1000)),
        < 55 => new LifeEvent.OpensCover(),
        < 70 => new LifeEvent.Waits(Below(4) == 0 ? Below(3 * 24 * Hour) : Below(20 * Minute)),
        < 78 => Cut(profile),
        _ => new LifeEvent.Draws(Power(), Time(profile)),
    };

    private LifeEvent.Buys Buys() => Below(100) switch
    {
        < 74 => new LifeEvent.Buys(TokenKind.Credit, 10 + Below(500)),
        < 80 => new LifeEvent.Buys(TokenKind.Credit, 10 + Below(500), KeysAhead: 1),
        < 85 => new LifeEvent.Buys(TokenKind.ClearTamper, 0),
        < 90 => new LifeEvent.Buys(TokenKind.PowerLimit, 2_000 + Below(18_000)),
        < 93 => new LifeEvent.Buys(TokenKind.Credit, 10 + Below(500), IsLate: true),
        < 97 => new LifeEvent.Buys(TokenKind.Debit, 10 + Below(500)),
        < 98 => new LifeEvent.Buys(TokenKind.Credit, 40_000 + Below(40_000)),
        _ => new LifeEvent.Buys(TokenKind.ClearCredit, 0),
    };

    /// <summary>Most sets have two codes, and a code that a set has not is not typed.</summary>
    private LifeEvent.TypesCode Code()
    {
        var code = Below(20) switch { < 8 => 1, < 16 => 2, < 18 => 3, _ => 4 };
        return new LifeEvent.TypesCode(code, IsOfRefusedSet: code == 1 && Below(10) == 0);
    }

    private LifeEvent.Cut Cut(MeterProfile profile) =>
        new(Below(3) == 0 ? NoLoad : Power(), Time(profile), Below(10) > 0, 1 + Below(2 * Hour));

    private void Flicker(List<LifeEvent> events, int times)
    {
        var cut = new LifeEvent.Cut(Power(), 1, Below(2) == 0, 1);
        for (var i = 0; i < times; i++) events.Add(cut);
    }

    private Watts Power() => new(20 + Below(5_000));

    /// <summary>A register of money moves each half watt-hour, so the house draws for a shorter time.</summary>
    private int Time(MeterProfile profile) => 1 + Below(profile.Accounting.IsCurrency ? Minute : 20 * Minute);

    private int Below(int bound) => (int)_random.NextBelow(bound);
}
