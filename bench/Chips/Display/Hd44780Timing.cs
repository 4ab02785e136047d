namespace HilBench.Chips;

/// <summary>
/// How long things take and how strictly the enable pulse is looked at. Datasheet times hold at 270 kHz; real modules
/// run anywhere from 190 to 350 kHz, which stretches or shrinks every instruction.
/// </summary>
/// <param name="OscillatorKHz">The display's own clock.</param>
/// <param name="StrictPulse">
/// False (default): an enable pulse that takes no virtual time is taken to be as long as the pin writes that make it,
/// which on every Linux board is a microsecond or more. True: it must be waited for.
/// </param>
public sealed record Hd44780Timing(int OscillatorKHz = 270, bool StrictPulse = false)
{
    private const int DatasheetKHz = 270;

    public static readonly TimeSpan PowerUp = TimeSpan.FromMilliseconds(40);
    public static readonly TimeSpan AfterFirstFunctionSet = TimeSpan.FromMicroseconds(4100);
    public static readonly TimeSpan AfterSecondFunctionSet = TimeSpan.FromMicroseconds(100);

    /// <summary>PW_EH = 230 ns at 5 V, in whole ticks of virtual time: 300 ns.</summary>
    public static readonly TimeSpan ShortestPulse = TimeSpan.FromTicks(3);

    /// <summary>t_cycE = 500 ns at 5 V.</summary>
    public static readonly TimeSpan ShortestCycle = TimeSpan.FromTicks(5);

    /// <summary>Most instructions.</summary>
    public TimeSpan Instruction => Scaled(37);

    /// <summary>Clear display and return home.</summary>
    public TimeSpan ClearOrHome => Scaled(1520);

    /// <summary>Data write or read: the instruction and the 4 µs in which the address counter follows.</summary>
    public TimeSpan Data => Scaled(41);

    private TimeSpan Scaled(long microseconds) =>
        new(microseconds * TimeSpan.TicksPerMicrosecond * DatasheetKHz / OscillatorKHz);
}
