namespace HilBench.Board;

/// <summary>
/// How bytes reach an HD44780 in 4-bit mode. What the bytes mean is the business of <see cref="CharacterLcd"/>.
/// </summary>
internal interface ILcdBus : IDisposable
{
    /// <summary>The busy flag can be read quickly, so nobody needs to wait by the clock.</summary>
    bool CanAsk { get; }

    /// <summary>R/W is wired: the display memory can be read.</summary>
    bool CanReadBack { get; }

    /// <summary>Bytes sent since power-on; how a test sees that nothing is written twice.</summary>
    long BytesSent { get; }

    /// <summary>The light behind the panel; where it has no line of its own it is never said to be on.</summary>
    bool IsLit { get; set; }

    /// <summary>
    /// The panel has just got power and has been waited for: brings its lines to rest. It may have taken a waking
    /// instruction then, which is waited for like one.
    /// </summary>
    void Begin();

    /// <summary>Half a byte: only the instructions that switch a waking panel to 4 bits come like this.</summary>
    void SendNibble(int nibble);

    void Send(byte value, bool isData);

    /// <summary>Asks until the panel is ready; false when it never is.</summary>
    bool WaitWhileBusy();

    /// <summary>Reads the display memory at the address counter, which moves on.</summary>
    byte ReadData();
}
