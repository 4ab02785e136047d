using System.Text;
using HilBench.Meter;
using HilBench.Simulation.Memory;

namespace HilBench.Simulation.Trials;

/// <summary>
/// Cuts the power at each place of a write, lets it return, and looks whether the meter keeps its promises: it is as
/// before or as after and nothing between; what was told is still true; a token counts once.
/// </summary>
/// <param name="stride">1 = each place; more = that many places are stepped over.</param>
internal sealed class CutSearch(int stride)
{
    /// <summary>So many of the newest tokens are typed again after each cut.</summary>
    public const int Replays = 3;

    /// <summary>
    /// What both slots held at the places of this write that were looked at. A meter knows nothing else after a power
    /// cut, so of places that leave the same bytes one is enough.
    /// </summary>
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private Trial? _trial;
    private TrialToken? _token;
    private Action<Ledger> _happening = static _ => { };
    private TrialToken[] _typed = [];

    /// <summary>Asks for an early end.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Places at which the power was cut.</summary>
    public long Places { get; private set; }

    /// <summary>The first promise that a cut broke.</summary>
    public string? Broken { get; private set; }

    /// <summary>What happens to the meter now, and so what a cut may leave.</summary>
    public void Aim(Trial trial, TrialToken? token, Action<Ledger> happening, TrialToken[] typed) =>
        (_trial, _token, _happening, _typed) = (trial, token, happening, typed);

    public void LookInto(ITrialMemory memory, Effect.Save save, bool isTold)
    {
        if (Broken is not null) return;
        var slot = save.Slot;
        var image = save.Image.Span;
        var held = memory.Read(slot);
        _seen.Clear();
        var places = memory.CutsIn(slot, image);
        for (var place = 0; place < places && Broken is null; place = Next(place, places))
        {
            memory.WriteUntil(place, slot, image);
            Look(memory, isTold, place, places);
            memory.Set(slot, held);
        }
    }

    /// <summary>Cuts the power here, where nothing is being written.</summary>
    public void Look(ITrialMemory memory, bool isTold)
    {
        _seen.Clear();
        Look(memory, isTold, 0, 1);
    }

    /// <summary>The last place, where all is written, is never stepped over.</summary>
    private int Next(int place, int places) =>
        place < places - 1 ? Math.Min(place + stride, places - 1) : places;

    private void Look(ITrialMemory memory, bool isTold, int place, int places)
    {
        Stop.ThrowIfCancellationRequested();
        Places++;
        var (a, b) = (memory.Read(0), memory.Read(1));
        if (!_seen.Add(Encoding.Latin1.GetString([.. a, .. b]))) return;
        var copy = new ModelMemory(StoredRecord.SlotBytes);
        copy.Set(0, a);
        copy.Set(1, b);
        if (Wrong(_trial!, copy, isTold) is { } wrong)
            Broken = places == 1 ? $"{wrong} (cut between writes)" : $"{wrong} (cut at place {place + 1} of {places})";
    }

    private string? Wrong(Trial trial, ModelMemory memory, bool isTold)
    {
        var meter = trial.Restarted(memory);
        if (meter.Registers is not { } registers) return "the memory cannot be read after a power cut";
        var after = trial.LedgerNow(isDone: true);
        _happening(after);
        Ledger[] possible = isTold ? [after] : [after, trial.LedgerNow(isDone: true), trial.LedgerNow(isDone: false)];
        foreach (var one in possible) one.PowerReturns(meter.Now);
        if (Array.Find(possible, one => trial.Fits(one, registers) is null) is not { } ledger)
        {
            var why = trial.Fits(after, registers);
            return isTold ? $"what the meter had told is not so any more: {why}"
                : $"neither as before nor as after: {why}";
        }

        ledger.Adopt(registers.Credit.Raw);
        return Typed(meter, ledger, _token) ?? _typed.Select(token => Typed(meter, ledger, token))
            .FirstOrDefault(wrong => wrong is not null);
    }

    private static string? Typed(TrialMeter meter, Ledger ledger, TrialToken? token)
    {
        if (token is null || Trial.IsChance(token, ledger.Key)) return null;
        meter.Types(token.Number);
        ledger.GoTo(meter.Now);
        var wanted = ledger.Take(token);
        if (meter.Answer != wanted)
            return $"{token.Name}, typed again, was answered {ResultCodes.NameOf(meter.Answer)}, "
                + $"not {ResultCodes.NameOf(wanted)}";
        return meter.Registers is { } registers && registers.Credit.Raw == ledger.Raw
            ? ledger.Differs(registers)
            : $"{token.Name}, typed again, changed the credit to what it must not be";
    }
}
