using System.Text;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Virtual;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Fuzz.Targets;

/// <summary>
/// Any bytes at any time on the token port of a whole meter. None of the conversations it starts from holds a credit
/// token, so credit and key must be unchanged after each one.
/// </summary>
internal sealed class TokenPortTarget : IFuzzTarget
{
    private static readonly EnergyAmount Credit = EnergyAmount.FromKwh(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(3);

    private readonly VirtualPortMeter _meter;
    private int _conversations;

    public TokenPortTarget()
    {
        var made = new MeterDescription { Credit = Credit };
        var station = new VendingStation(StaTables.Sample, seed: 1);
        _meter = new VirtualPortMeter(
            MeterProfile.Generic, ModelPlan.Alone.Tables, made.AsMade(station, MeterProfile.Generic));
    }

    public string Name => "token port";

    public IReadOnlyList<string> Seeds { get; } =
    [
        "/?!\r\n", "/?00000000000!\r\n\u0006051\r\n", "\u0006050\r\n\u0006", "\u0015\u0015\u0015\u0015",
        .. new PortMessage[]
        {
            new("P1", "(00000000)"), new("P1", "(11111111)"), new("R1", "0-0:C.1.0()"), new("R1", "0-0:19.40.0()"),
            new("W1", "0-0:19.40.0(18446744073843772416)"), new("W1", "0-0:19.10.0(9999.9)"), new("B0", null),
        }.Select(message => Encoding.Latin1.GetString(message.ToBytes())),
    ];

    /// <summary>True when the meter answered something.</summary>
    public bool Take(string input)
    {
        _meter.SetBaud(_meter.Server.Baud);
        _meter.Write(Encoding.Latin1.GetBytes(input));
        var buffer = new byte[4096];
        var said = _meter.Read(buffer, TimeSpan.FromSeconds(1));
        _meter.DiscardInput();
        if (++_conversations % 64 == 0)
        {
            DemandService();
            _meter.Answers.Clear();
        }

        var registers = _meter.Stored!.Registers;
        if (registers.Credit.Shown != Credit) throw new InvalidOperationException("credit changed");
        if (registers.Key.Revision != new KeyRevision(1)) throw new InvalidOperationException("the key changed");
        return said > 0;
    }

    /// <summary>Whatever state the session is in, a reader that waits for it to end is answered afterwards.</summary>
    private void DemandService()
    {
        _meter.Wait(Quiet);
        _meter.DiscardInput();
        _meter.SetBaud(BaudCharacters.First);
        if (new TokenPortClient(_meter, _meter, new PortCallSettings()).ReadOut().Count == 0)
            throw new InvalidOperationException("nothing in the read-out");
        _meter.Wait(Quiet);
    }
}

/// <summary>Any bytes to a virtual panel: it reports misuse and does nothing else.</summary>
internal sealed class PanelTarget : IFuzzTarget
{
    public string Name => "serial panel";

    public IReadOnlyList<string> Seeds { get; } =
    [
        "\u00FEX", "\u00FEG\u0001\u0001Accept", "\u00FEN\u0001\0\u000E\u0011\u0011\u0011\u000E\0\0", "\u00FE&",
        "\u00FEB\0\u00FEF\u00FEC\u00FED", "\u00FEU\u0003\u00FEA\u00FEO\u00FEE", "\u00FE5\u00FE7\u00FEH",
    ];

    /// <summary>True when the panel was used as its manual says.</summary>
    public bool Take(string input)
    {
        var circuit = new CircuitBoard(seed: 1);
        var panel = new MatrixOrbitalPanel(circuit, 20, 4, "LK204");
        foreach (var value in Encoding.Latin1.GetBytes(input)) panel.Receive(value);
        if (panel.ReadGlass() is not [{ Length: 20 }, { Length: 20 }, { Length: 20 }, { Length: 20 }])
            throw new InvalidOperationException("the glass has lost its shape");
        return circuit.Findings.All.Count == 0;
    }
}

/// <summary>Any answers to the bench's own reader: it finds a meter, or says in one line that there is none.</summary>
internal sealed class TokenReaderTarget : IFuzzTarget
{
    public string Name => "token reader";

    public IReadOnlyList<string> Seeds { get; } =
    [
        "/HIL5\\HILBENCH-V1\r\n\u00020-0:C.1.0(54601234567)\r\n!\r\n\u0003" + (char)0x2F,
        "/HIL0X\r\n" + Encoding.Latin1.GetString(PortMessage.Answer("0-0:C.1.0(54601234567)\r\n!\r\n")),
        "/ABC5\r\n" + Encoding.Latin1.GetString(PortMessage.Answer("1.8.0(000123.4*kWh)(7)\r\nF.F(00)\r\n!\r\n")),
    ];

    public bool Take(string input)
    {
        var line = new Monologue(Encoding.Latin1.GetBytes(input));
        try
        {
            return new TokenPortClient(line, new VirtualPause(), new PortCallSettings()).ReadOut().Count > 0;
        }
        catch (LinkLostException lost)
        {
            if (lost.Message.Contains('\n')) throw new InvalidOperationException("a reason of more than one line");
            return false;
        }
    }

    /// <summary>A line on which the other side sends prepared answers, whatever it is asked.</summary>
    private sealed class Monologue(byte[] text) : IByteLink
    {
        private int _said;

        public string Name => "somebody";

        public void SetBaud(int baud)
        {
        }

        public void Write(ReadOnlySpan<byte> bytes)
        {
        }

        public int Read(Span<byte> into, TimeSpan patience)
        {
            var count = Math.Min(into.Length, text.Length - _said);
            text.AsSpan(_said, count).CopyTo(into);
            _said += count;
            return count;
        }

        public void DiscardInput()
        {
        }

        public void Dispose()
        {
        }
    }

    /// <summary>A clock whose waits end at once.</summary>
    private sealed class VirtualPause : IBenchClock
    {
        public TimeSpan Now { get; private set; }

        public void Wait(TimeSpan duration) => Now += duration;
    }
}
