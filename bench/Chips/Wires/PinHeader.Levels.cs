using System.Device.Gpio;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace HilBench.Chips;

/// <summary>The private machinery of the header: who drives, who is joined, and what level comes of it.</summary>
public sealed partial class PinHeader
{
    private readonly List<Contact> _contacts = [];
    private readonly IPinWatcher[][] _watchers;

    /// <summary>Per pin the pins its current can reach: a low there pulls it low. It includes the pin itself.</summary>
    private readonly ulong[] _flowsTo;

    /// <summary>Per pin the pins whose current can reach it: a high there pulls it high.</summary>
    private readonly ulong[] _flowsFrom;

    private ChipPort[] _ports = [];
    private ulong _outputs;
    private ulong _latch;
    private ulong _padUp;
    private ulong _padDown;
    private ulong _boardUp;
    private ulong _boardDown;
    private ulong _chipHigh;
    private ulong _chipLow;
    private ulong _chipUp;
    private ulong _levels;
    private ulong _joined;
    private ulong _watched;
    private ulong _fighting;
    private ulong _reportedFloating;
    private ulong _probed;
    private ulong _probeLevels;
    private IPinWatcher? _probe;

    /// <summary>
    /// Pins on which a write must be looked at: watched or probed, joined to others, or driven by a chip.
    /// </summary>
    private ulong _attention;

    // ---- the processor's side, called by the GPIO driver ----------------------------------------------------

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WritePad(int pin, bool high)
    {
        ulong bit = 1UL << pin;
        ulong latch = high ? _latch | bit : _latch & ~bit;
        if (latch == _latch) return;
        _latch = latch;
        if ((_attention & _outputs & bit) != 0) Settle(bit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool ReadPad(int pin)
    {
        ulong bit = 1UL << pin;
        if ((_outputs & ~_attention & bit) != 0) return (_latch & bit) != 0;
        if (!IsHeld(pin)) ReportFloating(pin);
        bool high = Resolve(pin);
        SetLevel(bit, high);
        return high;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void SetMode(int pin, PinMode mode)
    {
        ulong bit = 1UL << pin;
        SetLevel(bit, Resolve(pin));
        _outputs = mode == PinMode.Output ? _outputs | bit : _outputs & ~bit;
        _padUp = mode == PinMode.InputPullUp ? _padUp | bit : _padUp & ~bit;
        _padDown = mode == PinMode.InputPullDown ? _padDown | bit : _padDown & ~bit;
        Settle(bit);
    }

    internal void SetMode(int pin, PinMode mode, bool high)
    {
        // The latch is set before the pad becomes an output, so that the pin never glitches to the other level.
        WritePad(pin, high);
        SetMode(pin, mode);
    }

    // ---- the chips' side ------------------------------------------------------------------------------------

    /// <summary>What a chip's input sees. The chip checked its pin numbers when it was built.</summary>
    internal bool Sense(int pin) => Resolve(pin);

    internal void Demand(int pin) => _ = BitOf(pin);

    internal void PortChanged(ulong pins)
    {
        _chipHigh = 0;
        _chipLow = 0;
        _chipUp = 0;
        foreach (ChipPort port in _ports)
        {
            _chipHigh |= port.High;
            _chipLow |= port.Low;
            _chipUp |= port.PulledUp;
        }

        UpdateAttention();
        Settle(pins);
    }

    internal void ContactChanged(Contact contact)
    {
        ulong before = GroupOf(contact.First) | GroupOf(contact.Second);
        Reconnect();
        Settle(before | GroupOf(contact.First) | GroupOf(contact.Second));
    }

    // ---- levels ---------------------------------------------------------------------------------------------

    private ulong BitOf(int pin)
    {
        if (pin >= 0 && pin < PinCount) return 1UL << pin;
        throw new ArgumentOutOfRangeException(nameof(pin), pin, $"{Name} has pins 0 to {PinCount - 1}.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong GroupOf(int pin) => _flowsTo[pin] | _flowsFrom[pin];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsHeld(int pin)
    {
        ulong down = (_outputs & ~_latch) | _chipLow | _padDown | _boardDown;
        ulong up = (_outputs & _latch) | _chipHigh | _padUp | _boardUp | _chipUp;
        return ((down & _flowsTo[pin]) | (up & _flowsFrom[pin])) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Resolve(int pin)
    {
        ulong to = _flowsTo[pin];
        ulong from = _flowsFrom[pin];
        if ((((_outputs & ~_latch) | _chipLow) & to) != 0) return false;
        if ((((_outputs & _latch) | _chipHigh) & from) != 0) return true;
        if (((_padDown | _boardDown) & to) != 0) return false;
        if (((_padUp | _boardUp | _chipUp) & from) != 0) return true;
        return (_levels & (1UL << pin)) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsFought(int pin) =>
        (((_outputs & ~_latch) | _chipLow) & _flowsTo[pin]) != 0
        && (((_outputs & _latch) | _chipHigh) & _flowsFrom[pin]) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetLevel(ulong bit, bool high) => _levels = high ? _levels | bit : _levels & ~bit;

    /// <summary>
    /// Something about these pins changed: finds fights, and tells watchers whose level is another now.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Settle(ulong pins)
    {
        ulong affected = 0;
        for (ulong rest = pins; rest != 0; rest &= rest - 1) affected |= GroupOf(BitOperations.TrailingZeroCount(rest));
        if ((affected & (_joined | _chipHigh | _chipLow)) != 0) FindFights(affected);
        if (_probed != 0) TellProbe(affected & _probed);
        for (ulong rest = affected & _watched; rest != 0; rest &= rest - 1)
        {
            int pin = BitOperations.TrailingZeroCount(rest);
            ulong bit = 1UL << pin;
            bool high = Resolve(pin);
            if ((_levels & bit) != 0 == high) continue;
            SetLevel(bit, high);
            foreach (IPinWatcher watcher in _watchers[pin]) watcher.PinChanged(pin, high);
        }
    }

    /// <summary>Before anybody acts on the change: what comes of that is told after it.</summary>
    private void TellProbe(ulong pins)
    {
        for (ulong rest = pins; rest != 0; rest &= rest - 1)
        {
            int pin = BitOperations.TrailingZeroCount(rest);
            ulong bit = 1UL << pin;
            if (!IsHeld(pin)) continue;
            bool high = Resolve(pin);
            if ((_probeLevels & bit) != 0 == high) continue;
            _probeLevels = high ? _probeLevels | bit : _probeLevels & ~bit;
            _probe!.PinChanged(pin, high);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindFights(ulong affected)
    {
        ulong began = 0;
        for (ulong rest = affected; rest != 0; rest &= rest - 1)
        {
            int pin = BitOperations.TrailingZeroCount(rest);
            ulong bit = 1UL << pin;
            if (!IsFought(pin))
            {
                _fighting &= ~bit;
            }
            else if ((_fighting & bit) == 0)
            {
                _fighting |= bit;
                began |= bit;
            }
        }

        if (began != 0) Report($"outputs fight over {PinsOf(began)}", FightRule);
    }

    private void ReportFloating(int pin)
    {
        ulong bit = 1UL << pin;
        if ((_reportedFloating & bit) != 0) return;
        _reportedFloating |= bit;
        Report($"pin {pin} was read while nothing held its level", FloatRule);
    }

    private static string PinsOf(ulong pins) => "pin " + string.Join(", ",
        Enumerable.Range(0, MostPins).Where(pin => (pins & (1UL << pin)) != 0));

    private void UpdateAttention() => _attention = _watched | _joined | _chipHigh | _chipLow | _probed;
}
