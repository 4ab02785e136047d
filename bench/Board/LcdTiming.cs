using HilBench.Roles;

namespace HilBench.Board;

/// <summary>What an HD44780 takes (data sheet table 6), with its slowest oscillator, and how it is woken.</summary>
internal static class LcdTiming
{
    /// <summary>37 µs, plus 4 µs after data, at the nominal 270 kHz; a slow oscillator (190 kHz) takes 58 µs.</summary>
    public static readonly TimeSpan Execution = TimeSpan.FromMicroseconds(60);

    /// <summary>1.52 ms at 270 kHz, 2.16 ms at 190 kHz.</summary>
    public static readonly TimeSpan Clear = TimeSpan.FromMicroseconds(2200);

    private static readonly TimeSpan PowerOnWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FirstWakeWait = TimeSpan.FromMicroseconds(4200);
    private static readonly TimeSpan SecondWakeWait = TimeSpan.FromMicroseconds(150);

    /// <summary>Brings a panel that has just got power to 4 bits (data sheet figure 24).</summary>
    public static void Wake(ILcdBus bus, IBenchClock clock)
    {
        clock.Wait(PowerOnWait);
        bus.Begin();
        clock.Wait(FirstWakeWait);
        bus.SendNibble(0x3);
        clock.Wait(FirstWakeWait);
        bus.SendNibble(0x3);
        clock.Wait(SecondWakeWait);
        bus.SendNibble(0x3);
        clock.Wait(Execution);
        bus.SendNibble(0x2);
        clock.Wait(Execution);
    }

    /// <summary>4 bits, and the number of lines, which the first whole instruction must say.</summary>
    public static byte FunctionSet(int lines) => lines == 1 ? (byte)0x20 : (byte)0x28;

    /// <summary>Until the panel is ready, which it says itself where it can be asked.</summary>
    public static void Pace(ILcdBus bus, IBenchClock clock, TimeSpan longest)
    {
        if (!bus.CanAsk || !bus.WaitWhileBusy()) clock.Wait(longest);
    }
}
