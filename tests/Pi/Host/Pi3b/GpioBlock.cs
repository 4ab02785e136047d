namespace HilBench.Pi;

/// <summary>
/// What the accesses to a BCM2835's GPIO registers mean for its pins (BCM2835 ARM Peripherals, chapter 6): function
/// select, set, clear, and the pull-up sequence of GPPUD and GPPUDCLK. Lines 0 to 31, which hold the whole header.
/// The block follows the accesses and changes nothing. Not modelled: edge detection, alternate functions (a pin that
/// has one drives nothing here).
/// </summary>
internal sealed class GpioBlock
{
    public const int Set0 = 0x1C;
    public const int Clear0 = 0x28;
    public const int Level0 = 0x34;
    private const int FunctionSelect0 = 0x00;
    private const int FunctionSelect3 = 0x0C;
    private const int Pull = 0x94;
    private const int PullClock0 = 0x98;
    private const int Lines = 32;
    private const int LinesPerSelect = 10;
    private const int Output = 1;

    private readonly int[] _functions = new int[Lines];
    private readonly uint[] _pulls = new uint[Lines];
    private uint _pull;
    private uint _levels;

    /// <summary>Pins whose mode or level is different after the access, in the order of the pins.</summary>
    public IEnumerable<PinRecord> Take(RegisterAccess access)
    {
        if (!access.IsWrite) return [];
        return access.Register switch
        {
            >= FunctionSelect0 and <= FunctionSelect3 => Select(access),
            Set0 => Drive(access.At, access.Value & ~_levels, _levels | access.Value),
            Clear0 => Drive(access.At, access.Value & _levels, _levels & ~access.Value),
            Pull => Remember(access.Value & 3),
            PullClock0 => Clock(access),
            _ => [],
        };
    }

    private List<PinRecord> Select(RegisterAccess access)
    {
        var changed = new List<PinRecord>();
        var first = access.Register / sizeof(uint) * LinesPerSelect;
        for (var pin = first; pin < Math.Min(first + LinesPerSelect, Lines); pin++)
        {
            var function = (int)(access.Value >> (3 * (pin - first)) & 7);
            if (function == _functions[pin]) continue;
            _functions[pin] = function;
            changed.Add(Record(access.At, pin));
        }

        return changed;
    }

    /// <summary>Writing to the latch of an input has no visible effect.</summary>
    private PinRecord[] Drive(TimeSpan at, uint changed, uint levels)
    {
        _levels = levels;
        return [.. Pins(changed).Where(pin => _functions[pin] == Output).Select(pin => Record(at, pin))];
    }

    private PinRecord[] Remember(uint pull)
    {
        _pull = pull;
        return [];
    }

    private PinRecord[] Clock(RegisterAccess access)
    {
        var changed = Pins(access.Value).Where(pin => _pulls[pin] != _pull).ToArray();
        foreach (var pin in changed) _pulls[pin] = _pull;
        return [.. changed.Where(pin => _functions[pin] != Output).Select(pin => Record(access.At, pin))];
    }

    private static IEnumerable<int> Pins(uint mask) =>
        Enumerable.Range(0, Lines).Where(pin => (mask >> pin & 1) != 0);

    private PinRecord Record(TimeSpan at, int pin)
    {
        var kind = _functions[pin] == Output ? PinEvent.Output
            : _pulls[pin] == 2 ? PinEvent.InputPullUp
            : _pulls[pin] == 1 ? PinEvent.InputPullDown
            : PinEvent.Input;
        return new PinRecord(at, kind, pin, (int)(_levels >> pin & 1));
    }
}
