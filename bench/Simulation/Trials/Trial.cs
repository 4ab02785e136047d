using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Simulation.Memory;
using HilBench.Tokens;

namespace HilBench.Simulation.Trials;

/// <summary>One life on one meter, with a ledger beside it; says the first promise that is broken.</summary>
internal sealed class Trial
{
    /// <summary>How much is on the meter at the start: 10.0 kWh, or 200.00 in currency.</summary>
    public const int FirstUnits = 100;

    private const int Manufactured = 1_000_000;
    private const int SmallestStep = 1024;
    private static readonly TimeSpan Begins = TimeSpan.FromHours(1);

    private readonly MeterProfile _profile;
    private readonly Func<MeterProfile, IFirmware> _make;
    private readonly TrialMeter _meter;
    private readonly CutSearch? _cuts;
    private readonly Till _till;
    private readonly List<Lived> _lived = [];
    private readonly Int128 _taken;
    private Ledger _ledger;
    private int _unwarned;
    private Int128 _given;
    private Int128 _slack;

    public Trial(
        MeterProfile profile, EncryptionAlgorithm cipher, Func<MeterProfile, IFirmware> make, ITrialMemory memory,
        CutSearch? cuts = null)
    {
        (_profile, _make, _cuts) = (profile, make, cuts);
        var chain = KeyChain.Of(cipher);
        _till = new Till(profile, chain);
        var units = UnitsAtStart(profile);
        var made = MeterRegisters.AsMade(
            MeterPan.Parse("600727000000000009"), chain.Keys[0],
            TidStore.AsMade(profile.TidStoreSize, new TokenIdentifier(Manufactured)),
            CreditRegister.Of(units, profile.Accounting.Scale));
        memory.Set(0, StoredRecord.Encode(made, 0));
        memory.Set(1, new byte[StoredRecord.SlotBytes]);
        _ledger = new Ledger(profile, chain, units, Manufactured);
        _ledger.GoTo(Begins);
        _meter = new TrialMeter(profile, make, memory, Begins);
        _meter.PowerUp();
        _taken = (_ledger.Units.SaveStep / SmallestStep) + 1;
    }

    /// <summary>Tokens handed in so far.</summary>
    public long Tokens { get; private set; }

    /// <summary>What the ledger says the meter must hold, in whole or begun units, and its key revision.</summary>
    public (Int128 Units, KeyRevision Revision) Wanted =>
        (_ledger.Units.Begun(_ledger.Raw), _ledger.Key.Revision);

    public long Saves => _meter.Saves;

    /// <summary>What came of each event.</summary>
    public IReadOnlyList<Lived> Lived => _lived;

    /// <summary>How long twenty digits and Enter take; nothing, as through the token port, unless set.</summary>
    public TimeSpan TypingTime { get; init; }

    public static Int128 UnitsAtStart(MeterProfile profile) =>
        profile.Accounting.IsCurrency ? FirstUnits * 200_000 : FirstUnits;

    /// <summary>Lives the events in their order.</summary>
    /// <returns>What broke, and after how many events; null = every promise was kept.</returns>
    public BrokenPromise? Live(IReadOnlyList<LifeEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            _lived.Add(new Lived(_ledger.Key.Revision.Value));
            var wrong = Happens(events[i]) ?? Compared() ?? (_cuts is null ? null : CutNow());
            if (wrong is not null) return new BrokenPromise(wrong, i + 1);
        }

        return null;
    }

    private string? Happens(LifeEvent happening) => happening switch
    {
        LifeEvent.Waits waits => Passes(TimeSpan.FromSeconds(waits.Seconds)),
        LifeEvent.Draws draws => Draws(draws.Power, draws.Seconds) ?? Draws(default, 0),
        LifeEvent.Cut cut => Draws(cut.Power, cut.Seconds) ?? Fails(cut),
        LifeEvent.OpensCover => OpensCover(),
        LifeEvent.CutInSave cut => _till.For(cut.What, _ledger.KeyIndex) is { } token ? Types(token, cut.Place) : null,
        _ => _till.For(happening, _ledger.KeyIndex) is { } token ? Types(token, null) : null,
    };

    private string? Passes(TimeSpan time)
    {
        Search(null, static _ => { });
        _meter.Passes(time);
        _ledger.GoTo(_meter.Now);
        return _cuts?.Broken;
    }

    private string? Draws(Watts power, int seconds)
    {
        _ledger.GoTo(_meter.Now);
        _ledger.Draws(power.Value);
        // The switch opens in the millisecond in which the credit ends, and not within it.
        _slack = Int128.Max(_slack, power.Value * _ledger.Units.PerMillijoule);
        Search(null, static _ => { });
        _meter.Draws(power);
        return _cuts?.Broken ?? Passes(TimeSpan.FromSeconds(seconds));
    }

    private string? OpensCover()
    {
        Search(null, static ledger => ledger.OpensCover());
        _meter.OpensCover();
        _ledger.OpensCover();
        return _cuts?.Broken;
    }

    private string? Fails(LifeEvent.Cut cut)
    {
        var isWarned = cut.IsWarned && _profile.HoldUp > TimeSpan.Zero;
        // What saves now saves on the reserve: the load is gone.
        Search(null, static ledger => ledger.Draws(0));
        _meter.PowerFails(isWarned);
        _ledger.Draws(0);
        return _cuts?.Broken ?? Returns(isWarned, cut.OffSeconds);
    }

    private string? Returns(bool isWarned, int seconds)
    {
        _meter.Passes(TimeSpan.FromSeconds(seconds));
        _meter.PowerUp();
        _ledger.PowerReturns(_meter.Now);
        if (_meter.Registers is not { } registers) return "the memory cannot be read after a power cut";
        if (isWarned) return null;
        _unwarned++;
        var given = registers.Credit.Raw - _ledger.Raw;
        if (given > _ledger.Units.SaveStep + _slack || given < -_taken) return Gave(given);
        _given += given;
        _ledger.Adopt(registers.Credit.Raw);
        return _given > 2 * _ledger.Units.SaveStep + _ledger.Used / 100 + _slack * _unwarned
            ? $"{_unwarned} power cuts gave away {Text(_given)} in sum"
            : null;
    }

    private string? Types(TrialToken token, int? place)
    {
        if (IsChance(token)) return null;
        _till.WasTyped(token);
        Tokens++;
        if (TypingTime > TimeSpan.Zero && Passes(TypingTime) is { } early) return early;
        Search(token, ledger => ledger.Take(token));
        var before = _ledger.Copy();
        if (place is { } permille) _meter.CutInSave = OnceAt(permille);
        _meter.Types(token.Number);
        _meter.CutInSave = static _ => null;
        if (_cuts?.Broken is { } broken) return broken;
        _ledger.GoTo(_meter.Now);
        var wanted = _ledger.Take(token);
        _lived[^1] = _lived[^1] with { Typed = token, Answer = wanted, IsCut = !_meter.IsOn };
        if (!_meter.IsOn) return ReturnsOldOrNew(before);
        return _meter.Answer == wanted
            ? null
            : $"{token.Name} was answered {ResultCodes.NameOf(_meter.Answer)}, not {ResultCodes.NameOf(wanted)}";
    }

    /// <summary>The power failed in the save of this token: either it happened, or it did not.</summary>
    private string? ReturnsOldOrNew(Ledger before)
    {
        var unexpired = before.Copy();
        before.GoTo(_meter.Now);
        unexpired.GoTo(_meter.Now, isDone: false);
        if (_meter.IsAcceptedAlready) return "a token was accepted before it was stored";
        _meter.PowerUp();
        if (_meter.Registers is not { } registers) return "the memory cannot be read after a power cut";
        Ledger[] possible = [_ledger, before, unexpired];
        foreach (var ledger in possible) ledger.PowerReturns(_meter.Now);
        if (Array.Find(possible, ledger => Fits(ledger, registers) is null) is not { } found)
            return $"neither as before nor as after: {Fits(_ledger, registers)}";
        _ledger = found;

        _unwarned++;
        _given += registers.Credit.Raw - _ledger.Raw;
        _ledger.Adopt(registers.Credit.Raw);
        return null;
    }

    /// <summary>The meter is what the ledger says, to the finest step.</summary>
    private string? Compared()
    {
        if (_meter.Registers is not { } registers) return "the meter has no registers";
        if (registers.Credit.Raw != _ledger.Raw)
            return $"the credit is {Text(registers.Credit.Raw)}, not {Text(_ledger.Raw)}";
        return _ledger.Differs(registers);
    }

    /// <summary>The power fails now, when nothing is being written: all that was told is still true.</summary>
    private string? CutNow()
    {
        Search(null, static _ => { });
        _cuts!.Look(_meter.Memory, isTold: true);
        return _cuts.Broken;
    }

    private void Search(TrialToken? token, Action<Ledger> happening)
    {
        if (_cuts is null) return;
        _cuts.Aim(this, token, happening, [.. _till.Typed.Take(CutSearch.Replays)]);
        _meter.CutInSave = save =>
        {
            _cuts.LookInto(_meter.Memory, save, _meter.IsAcceptedAlready && token is not null);
            return null;
        };
    }

    /// <summary>A meter with this memory, started a second from now, to look at.</summary>
    internal TrialMeter Restarted(ITrialMemory memory)
    {
        var meter = new TrialMeter(_profile, _make, memory, _meter.Now + TimeSpan.FromSeconds(1));
        meter.PowerUp();
        return meter;
    }

    /// <summary>The ledger at this moment, as it is before what happens now.</summary>
    internal Ledger LedgerNow(bool isDone)
    {
        var ledger = _ledger.Copy();
        ledger.GoTo(_meter.Now, isDone);
        return ledger;
    }

    /// <summary>After a cut without a warning the credit may be a step behind.</summary>
    internal string? Fits(Ledger ledger, MeterRegisters registers)
    {
        var given = registers.Credit.Raw - ledger.Raw;
        return given > _ledger.Units.SaveStep + _slack || given < -_taken ? Gave(given) : ledger.Differs(registers);
    }

    /// <summary>Digits of another key that mean something under this one, by chance: nobody can predict them.</summary>
    internal static bool IsChance(TrialToken token, MeterKey key) =>
        (token.Key != key || token.IsMistyped) && KeyChain.Deciphers(token.Number, key);

    private bool IsChance(TrialToken token) => IsChance(token, _ledger.Key);

    private Func<Effect.Save, int?> OnceAt(int permille)
    {
        var isDone = false;
        return save =>
        {
            if (isDone) return null;
            isDone = true;
            return _meter.Memory.CutsIn(save.Slot, save.Image.Span) * permille / 1000;
        };
    }

    private string Gave(Int128 given) => given < 0
        ? $"a power cut took {Text(-given)}"
        : $"a power cut gave away {Text(given)}";

    private string Text(Int128 raw)
    {
        var amount = (decimal)raw / (decimal)_ledger.Units.PerUnit * (_profile.Accounting.IsCurrency ? 0.00001m : 0.1m);
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{amount:0.000000} {_profile.Accounting.Unit}");
    }
}

/// <summary>A promise that the meter did not keep.</summary>
/// <param name="What">Which, in words.</param>
/// <param name="Events">After how many events.</param>
public sealed record BrokenPromise(string What, int Events);
