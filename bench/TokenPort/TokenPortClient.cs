using System.Globalization;
using HilBench.Roles;
using HilBench.TokenPort.Links;

namespace HilBench.TokenPort;

/// <summary>
/// <b>The reader's side of IEC 62056-21 mode C.</b> It speaks over any <see cref="IByteLink"/> and waits on the clock
/// it is given, so it is the same in virtual time and on a cable. Every wait has a bound; what does not come is a
/// <see cref="LinkLostException"/> that says what was waited for. What it sends is as the standard writes it; what it
/// takes may differ as real meters differ (<see cref="DataLines"/>, <see cref="PortAddress"/>,
/// <see cref="RegisterForm"/>).
/// </summary>
public sealed partial class TokenPortClient(IByteLink link, IBenchClock clock, PortCallSettings settings)
{
    private const char ReadOutMode = '0';
    private const char ProgrammingMode = '1';
    private const int NotReady = 16;

    private static readonly RegisterForm Result = RegisterForm.Whole("the number of a result", 0, 99);
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
        return DataLines.TryParse(TextOf(block))
            ?? throw Lost($"the read-out holds no data sets: {LineBytes.Describe(block)}");
    }

    /// <summary>Signs on and opens programming mode; returns what the meter says in its P0.</summary>
    /// <exception cref="PortRefusedException">The meter does not open it, or refuses the password.</exception>
    public string Open()
    {
        var block = Select(ProgrammingMode);
        if (PortMessage.TryParse(block) is not { Command: PortMessage.Operand } operand)
        {
            ThrowIfRefused(block, "programming mode");
            throw Lost($"waited for the meter's P0 and got {LineBytes.Describe(block)}");
        }

        IsOpen = true;
        if (settings.Password is { } password) Command(new PortMessage(PortMessage.Password, $"({password})"));
        return operand.Data?.Trim().Trim('(', ')') ?? "";
    }

    /// <summary>The values of a register.</summary>
    /// <param name="address">The register, as the request names it.</param>
    /// <param name="form">What its value looks like; null = any text.</param>
    /// <exception cref="PortRefusedException">The meter answers with something that is no such value.</exception>
    public DataSet Read(string address, RegisterForm? form = null)
    {
        var wanted = form ?? RegisterForm.Text;
        for (var attempt = 1; ; attempt++)
        {
            var block = Exchange(new PortMessage(PortMessage.Read, $"{address}()"), mayRepeat: true);
            var sets = block.Length > 3 ? DataLines.TryParse(TextOf(block)) : null;
            if (sets is null) throw Lost($"waited for {address} and got {LineBytes.Describe(block)}");
            var set = sets.FirstOrDefault(one => PortAddress.AreSame(address, one.Address))
                ?? sets.FirstOrDefault(one => one.Address.Length == 0);
            if (set is not null && wanted.Fits(set)) return set;
            if (set is not null || !wanted.Fits(sets[0])) throw Refused($"R1 {address}", set ?? sets[0], wanted.Wanted);
            // A late answer to an earlier question; asking again throws it away.
            if (attempt == settings.Attempts) throw Lost($"asked for {address} and was told {sets[0]}");
        }
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
            var result = Read(settings.TokenRegister, Result);
            var number = int.Parse(result.Value, NumberStyles.None, CultureInfo.InvariantCulture);
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

    /// <summary>The meter has lost its power, and the session with it: there is nobody to say goodbye to.</summary>
    public void Abandon()
    {
        IsOpen = false;
        SetBaud(BaudCharacters.First);
    }

    /// <summary>
    /// A command that is answered by ACK. Silence is not answered by a second try: it may have worked.
    /// </summary>
    private void Command(PortMessage message)
    {
        var block = Exchange(message, mayRepeat: false);
        if (block[0] == LineBytes.Ack) return;
        ThrowIfRefused(block, message.Name);
        throw Lost($"waited for the ACK of {message.Name} and got {LineBytes.Describe(block)}");
    }

    private byte[] Exchange(PortMessage message, bool mayRepeat)
    {
        if (!IsOpen) throw new InvalidOperationException("the port is not open for commands");
        for (var attempt = 1; ; attempt++)
        {
            link.DiscardInput();
            Send(message.ToBytes());
            var block = ReceiveBlock();
            var again = block is [LineBytes.Nak] || (block.Length == 0 && mayRepeat);
            if (again && attempt < settings.Attempts) continue;
            if (block.Length == 0)
            {
                throw Lost($"waited {Seconds(settings.ReplyWait)}{(attempt > 1 ? $" {attempt} times" : "")} for the "
                    + $"answer to {message.Name} (cable pulled, or the meter switched off?)");
            }

            ThrowIfEnded(block, message);
            return block;
        }
    }

    private void ThrowIfEnded(byte[] block, PortMessage message)
    {
        if (PortMessage.TryParse(block) is not { Command: PortMessage.Break }) return;
        IsOpen = false;
        throw Lost($"the meter ended the session after {message.Name}"
            + (message.Command == PortMessage.Password ? " (wrong password?)" : ""));
    }

    private void ThrowIfRefused(byte[] block, string command)
    {
        if (block.Length > 3 && block[0] == LineBytes.Stx && DataLines.TryParse(TextOf(block)) is { } sets)
            throw Refused(command, sets[0], wanted: null);
    }

    private PortRefusedException Refused(string command, DataSet said, string? wanted)
    {
        var words = said.Values.Count > 0 ? said.Value : said.Address;
        var meaning = Identity is { IsOurs: true } && PortErrors.NumberIn(words) is { } number
            ? PortErrors.Meaning(number)
            : null;
        return new PortRefusedException(link.Name, command, words, meaning, wanted);
    }

    /// <summary>What stands between the first character of a block and its ETX.</summary>
    private static ReadOnlySpan<byte> TextOf(byte[] block) => block.AsSpan(1, block.Length - 3);

    private LinkLostException Lost(string what) => new(link.Name, what);

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.#} s");
}
