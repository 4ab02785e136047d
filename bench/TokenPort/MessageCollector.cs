namespace HilBench.TokenPort;

/// <summary>What the characters so far amount to.</summary>
internal enum Collected
{
    Nothing,
    Line,
    Block,
    Ack,
    Nak,
}

/// <summary>
/// Gathers the characters of one message: a line that begins with <c>/</c> or ACK and ends with LF, a block from SOH or
/// STX to the check behind ETX, or a single NAK. What is neither is noise and forgotten. Its memory is fixed: a message
/// that is too long is gathered to its end, and is then not whole.
/// </summary>
internal sealed class MessageCollector(int longest)
{
    private readonly byte[] _bytes = new byte[longest];
    private int _count;
    private bool _isTooLong;
    private bool _checkIsNext;

    /// <summary>True in the middle of a message.</summary>
    public bool IsOpen => _count > 0;

    /// <summary>The message that has just ended; empty when it was too long to keep.</summary>
    public ReadOnlySpan<byte> Message => _isTooLong ? default : _bytes.AsSpan(0, _count);

    /// <summary>
    /// Takes one character. With <paramref name="loneAck"/> an ACK is a whole message, else it begins a line.
    /// </summary>
    public Collected Take(byte value, bool loneAck)
    {
        if (_count == 0) return Begin(value, loneAck);
        Keep(value);
        if (_bytes[0] is LineBytes.Slash or LineBytes.Ack)
            return value == LineBytes.LineFeed ? Collected.Line : Collected.Nothing;
        if (_checkIsNext) return Collected.Block;
        _checkIsNext = value == LineBytes.Etx;
        return Collected.Nothing;
    }

    public void Clear()
    {
        _count = 0;
        _isTooLong = _checkIsNext = false;
    }

    private Collected Begin(byte value, bool loneAck)
    {
        switch (value)
        {
            case LineBytes.Nak: return Collected.Nak;
            case LineBytes.Ack when loneAck: return Collected.Ack;
            case LineBytes.Slash or LineBytes.Ack or LineBytes.Soh or LineBytes.Stx:
                Keep(value);
                return Collected.Nothing;
            default: return Collected.Nothing;
        }
    }

    private void Keep(byte value)
    {
        if (_count < _bytes.Length) _bytes[_count++] = value;
        else _isTooLong = true;
    }
}
