using System.Device.Gpio;

namespace HilBench.Chips.Tests.Keypad;

/// <summary>A keypad on rows 0 to 3 and columns 4 to 6, and an ohmmeter to look at it.</summary>
internal sealed class KeypadBench
{
    public static readonly int[] Rows = [0, 1, 2, 3];
    public static readonly int[] Columns = [4, 5, 6];

    public KeypadBench(ulong seed = 7, BounceProfile? bounce = null, KeypadDiodes diodes = KeypadDiodes.None)
    {
        Board = new CircuitBoard(seed);
        Header = new PinHeader(Board);
        Keypad = new MatrixKeypad(Board, Header, Rows, Columns, bounce: bounce, diodes: diodes);
    }

    public CircuitBoard Board { get; }

    public PinHeader Header { get; }

    public MatrixKeypad Keypad { get; }

    /// <summary>Drives one wire low, pulls the other up, and says whether the low comes through.</summary>
    public bool LowComesThrough(int driven, int read)
    {
        using var gpio = new GpioController(new EmulatedGpioDriver(Header));
        gpio.OpenPin(driven, PinMode.Output, PinValue.Low);
        gpio.OpenPin(read, PinMode.InputPullUp);
        return gpio.Read(read) == PinValue.Low;
    }

    /// <summary>
    /// The keys that a simple scanner sees when it drives the rows low one after the other, or the columns.
    /// </summary>
    public string Scan(bool driveRows = true)
    {
        var seen = from r in Enumerable.Range(0, 4)
                   from c in Enumerable.Range(0, 3)
                   where driveRows ? LowComesThrough(Rows[r], Columns[c]) : LowComesThrough(Columns[c], Rows[r])
                   select KeyLegend.Telephone.KeyAt(r, c);
        return string.Concat(seen);
    }

    /// <summary>Every change of one contact, as an oscilloscope would record it.</summary>
    public List<string> TraceOf(char key, Action exercise)
    {
        var trace = new List<string>();
        (int row, int column) = KeyLegend.Telephone.PlaceOf(key);
        Header.Pull(Columns[column], PinPull.Up);
        Header.AttachChip().Drive(Rows[row], high: false);
        var probe = new Probe(high => trace.Add($"{Board.Time.Now.Ticks} {(high ? "open" : "closed")}"));
        Header.Watch(Columns[column], probe);
        exercise();
        return trace;
    }

    private sealed class Probe(Action<bool> changed) : IPinWatcher
    {
        public void PinChanged(int pin, bool high) => changed(high);
    }
}
