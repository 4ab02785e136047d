namespace HilBench.Chips;

/// <summary>The registers of the display, and the datasheet rules its findings quote.</summary>
public sealed partial class Hd44780
{
    // ---- fields and registers -------------------------------------------------------------------------------

    private const int Cells = 80;
    private const int LineLength = 40;
    private const int Outside = -1;
    private const int TiedLow = -1;
    private const int OpenLowPins = 0x0F;
    private const int FunctionSetsOfStart = 2;
    private const byte Blank = 0x20;
    private const long LongAgo = long.MinValue / 2;
    private const string InstructionRule = "table 6: 37 µs, clear and home 1.52 ms";
    private const string DataRule = "table 6: data takes 37 µs and 4 µs for the address counter";
    private const string FirstRule = "function set: it comes at the head of the program, before other instructions";
    private const string LinesRule = "function set: lines and font cannot be changed unless the width changes";
    private const string DdramRule = "DDRAM: two lines at 00h to 27h and 40h to 67h, one line at 00h to 4Fh";

    private readonly PinHeader _header;
    private readonly ChipPort _port;
    private readonly int[] _data;
    private readonly int _rs;
    private readonly int _enable;
    private readonly int _rw;
    private readonly byte[] _ddram = new byte[Cells];
    private readonly byte[] _cgram = new byte[64];

    private long _roseAt;
    private long _previousRose;
    private long _busyUntil;
    private string _busyRule = InstructionRule;
    private int _functionSetsSeen;
    private bool _functionSet;
    private bool _functionLocked;
    private bool _reading;
    private int _readValue;
    private bool _nibblePending;
    private int _highNibble;
    private bool _eightBit;
    private bool _twoLines;
    private bool _displayOn;
    private bool _cursorOn;
    private bool _blinkOn;
    private bool _increment;
    private bool _shiftOnWrite;
    private bool _inCgram;
    private int _address;
    private int _shift;
}
