using System.Globalization;
using System.Text;
using HilBench.Rig.Links;
using HilBench.Rig.Roles;

namespace HilBench.Rig.TokenPort;

/// <summary>
/// <b>The reader's side of IEC 62056-21 mode C.</b> It speaks over any <see cref="IByteLink"/> and waits on the clock
/// it
/// is given, so it is the same in virtual time and on a cable. Every wait has a bound; what does not come is a
/// <see cref="LinkLostException"/> that says what was waited for.
/// </summary>
public sealed partial class TokenPortClient(IByteLink link, IBenchClock clock, PortCallSettings settings)
{
    private const char ReadOutMode = '0';
    private const char ProgrammingMode = '1';
    private const int NotReady = 16;

    private static readonly TimeSpan ResultPoll = TimeSpan.FromMilliseconds(100);

    private int _baud = BaudCharacters.First;

    /// <summary>Who answered; null before the first sign-on.</summary>
    public PortIdentity? Identity { get; private set; }

    /// <summary>True from P0 to B0.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Signs on, changes the rate, and returns every data set of the read-out.</summary>
    public IReadOnlyList<DataSet> ReadOut()
    {
        var block = Select(ReadOutMode);
        Send([LineBytes.Ack]);
        SetBaud(BaudCharacters.First);
        return DataSet.TryParseReadOut(block.AsSpan(1, block.Length - 3))
            ?? throw Lost($"the read-out is no list of data sets: {LineBytes.Describe(block)}");
    }

    /// <summary>Signs on and opens programming mode; returns what the meter says in its P0.</summary>
    public string Open()
    {
        var block = Select(ProgrammingMode);
        if (PortMessage.TryParse(block) is not { Command: PortMessage.Operand } operand)
            throw Lost($"waited for P0 and got {LineBytes.Describe(block)}");
        IsOpen = true;
        if (settings.Password is { } password) Command(new PortMessage(PortMessage.Password, $"({password})"));
        return operand.Data?.Trim('(', ')') ?? "";
    }

    /// <summary>The values of a register.</summary>
    /// <exception cref="PortRefusedException">The meter knows no such register.</exception>
    public DataSet Read(string address)
    {
        var block = Exchange(new PortMessage(PortMessage.Read, $"{address}()"), mayRepeat: true);
        var set = block.Length > 3 ? DataSet.TryParse(block.AsSpan(1, block.Length - 3)) : null;
        return set is { Values.Count: > 0 }
            ? set
            : throw Lost($"waited for {address} and got {LineBytes.Describe(block)}");
    }

    public void Write(string address, string value) =>
        Command(new PortMessage(PortMessage.Write, $"{address}({value})"));

    /// <summary>Writes a token and asks until the meter has judged it.</summary>
    public PortAnswer Enter(string digits)
    {
        Write(settings.TokenRegister, digits);
        var giveUp = clock.Now + settings.ResultWait;
        while (true)
        {
            var result = Read(settings.TokenRegister);
            if (!int.TryParse(result.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                throw Lost($"\"{result}\" is no result of a token");
            if (number != NotReady) return new PortAnswer(number, result.Values.Count > 1 ? result.Values[1] : "");
            if (clock.Now > giveUp)
                throw Lost($"waited {settings.ResultWait.TotalSeconds:0} s for the result of a token");
            clock.Wait(ResultPoll);
        }
    }

    /// <summary>Ends programming mode; does nothing when it is not open.</summary>
    public void Close()
    {
        if (!IsOpen) return;
        IsOpen = false;
        Send(new PortMessage(PortMessage.Break, null).ToBytes());
        SetBaud(BaudCharacters.First);
    }

    /// <summary>
    /// A command that is answered by ACK. Silence is not answered by a second try: it may have worked.
    /// </summary>
    private void Command(PortMessage message)
    {
        var block = Exchange(message, mayRepeat: false);
        if (block[0] == LineBytes.Ack) return;
        throw Lost($"waited for the ACK of {message.Command} and got {LineBytes.Describe(block)}");
    }

    private byte[] Exchange(PortMessage message, bool mayRepeat)
    {
        if (!IsOpen) throw new InvalidOperationException("the port is not open for commands");
        for (var attempt = 1; ; attempt++)
        {
            Send(message.ToBytes());
            var block = ReceiveBlock();
            var again = block is [LineBytes.Nak] || (block.Length == 0 && mayRepeat);
            if (again && attempt < settings.Attempts) continue;
            if (block.Length == 0) throw Lost(
                $"waited {Seconds(settings.ReplyWait)} for the answer to {message.Command}");
            ThrowIfRefused(block, message.Command);
            return block;
        }
    }

    private void ThrowIfRefused(byte[] block, string command)
    {
        if (PortMessage.TryParse(block) is { Command: PortMessage.Break })
        {
            IsOpen = false;
            throw Lost($"the meter ended the session after {command}");
        }

        if (block.Length < 4 || block[0] != LineBytes.Stx) return;
        if (PortErrors.NumberIn(Encoding.ASCII.GetString(block.AsSpan(1, block.Length - 3))) is { } number)
            throw new PortRefusedException(link.Name, command, number);
    }

    private LinkLostException Lost(string what) => new(link.Name, what);

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.#} s");
}
