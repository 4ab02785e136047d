using System.Text;
using HilBench.Meter;
using HilBench.Rig.Tests.Virtual;
using HilBench.Rig.Virtual;
using HilBench.RigFiles;
using HilBench.TokenPort;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.TokenPort;

/// <summary>A meter behind its port in virtual time, and a reader that sends what the test wants.</summary>
internal sealed class PortBench
{
    public static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);

    public PortBench(TokenPortSettings? settings = null, EnergyAmount credit = default)
    {
        Meter = new VirtualPortMeter(
            MeterProfile.Generic, ModelPlan.Alone.Tables, SampleMeter.Registers(credit), settings);
    }

    public VirtualPortMeter Meter { get; }

    public EnergyAmount Credit => Meter.Stored!.Registers.Credit.Shown;

    public TokenPortClient Reader(PortCallSettings? settings = null) =>
        new(Meter, Meter, settings ?? new PortCallSettings());

    public string Say(string text) => Say(Encoding.Latin1.GetBytes(text));

    public string Say(byte[] bytes)
    {
        Meter.Write(bytes);
        return Hear(Enough);
    }

    public string Command(string command, string? data) => Say(new PortMessage(command, data).ToBytes());

    /// <summary>Everything that comes until the line is quiet.</summary>
    public string Hear(TimeSpan patience)
    {
        var heard = new StringBuilder();
        var buffer = new byte[2048];
        while (Meter.Read(buffer, patience) is > 0 and var count)
            heard.Append(LineBytes.Describe(buffer.AsSpan(0, Math.Min(count, 40)))).Append(count > 40 ? "…" : "");
        return heard.ToString();
    }

    /// <summary>To programming mode at 9600 baud, with the password unless told otherwise.</summary>
    public void Open(bool password = true)
    {
        Meter.Write("/?!\r\n"u8);
        Hear(TimeSpan.FromSeconds(1));
        Meter.Write("\u0006051\r\n"u8);
        Meter.SetBaud(9600);
        Hear(TimeSpan.FromSeconds(1));
        if (password) Assert.Equal("<ACK>", Command("P1", "(00000000)"));
    }
}
