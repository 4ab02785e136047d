using System.Diagnostics;
using HilBench.Physical;
using HilBench.Physical.Ports;
using HilBench.Rig.Tests.Virtual;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Physical;

/// <summary>Real links in real time: whatever goes wrong with a port is reported in one line and never hangs.</summary>
public class PortTests
{
    private static readonly PortCallSettings Impatient = new() { Attempts = 1 };

    public static TheoryData<string> Links => new("pty", "pty, parity in software", "tcp");

    [Theory]
    [MemberData(nameof(Links))]
    public void A_token_goes_through_every_kind_of_link(string kind)
    {
        var form = kind.Contains("software") ? LineForm.SevenEvenInEight : LineForm.SevenEven;
        var offered = Ports.Offer(kind == "tcp" ? "tcp:0" : "pty", form, 300);
        using var meter = new RealTimeMeter(offered, SampleMeter.Registers(EnergyAmount.FromKwh(5)));
        using var link = Ports.Call(offered.Name, form, 300);
        var reader = new TokenPortClient(link, new WallClock(), new PortCallSettings());
        var token = SampleMeter.Station().Credit(SampleMeter.Key, EnergyAmount.FromKwh(2), SampleMeter.Today).Number;
        reader.Open();
        Assert.Equal("HIl", reader.Identity!.Maker);
        Assert.Equal([1, 10], [reader.Enter(token.ToString()).Number, reader.Enter(token.ToString()).Number]);
        Assert.Equal("7.0*kWh", reader.Read(PortRegisters.Credit).Value);
        reader.Close();
        Assert.Contains(reader.ReadOut(), set => set.Address == PortRegisters.MeterNumber);
        Assert.Null(meter.Failure);
    }

    [Fact]
    public void A_port_that_is_not_there_is_named()
    {
        var wrong = Assert.Throws<LinkLostException>(() => Ports.Call("/dev/ttyNOWHERE", LineForm.SevenEven, 300));
        Assert.Equal("/dev/ttyNOWHERE: there is no such port", wrong.Message);
    }

    [Fact]
    public void A_port_somebody_has_is_refused_and_its_owner_named()
    {
        using var pty = new PtyLink();
        using var first = Ports.Call(pty.Device, LineForm.SevenEven, 300);
        var wrong = Assert.Throws<LinkLostException>(() => Ports.Call(pty.Device, LineForm.SevenEven, 300));
        Assert.StartsWith($"{pty.Device}: held by process {Environment.ProcessId}", wrong.Message);
    }

    [Fact]
    public void A_port_held_under_one_name_is_held_under_all_its_names()
    {
        using var pty = new PtyLink();
        var folder = Directory.CreateTempSubdirectory("hilbench-by-id-");
        var alias = File.CreateSymbolicLink(Path.Combine(folder.FullName, "usb-meter"), pty.Device).FullName;
        using (Ports.Call(alias, LineForm.SevenEven, 300))
        {
            var wrong = Assert.Throws<LinkLostException>(() => Ports.Call(pty.Device, LineForm.SevenEven, 300));
            Assert.StartsWith($"{pty.Device}: held by process {Environment.ProcessId}", wrong.Message);
        }

        using (Ports.Call(pty.Device, LineForm.SevenEven, 300))
            Assert.Throws<LinkLostException>(() => Ports.Call(alias, LineForm.SevenEven, 300));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_port_another_program_has_is_refused_and_that_program_named()
    {
        using var pty = new PtyLink();
        using var other = Process.Start(new ProcessStartInfo("sleep", "30")
        {
            // The shell's redirection opens the device for the other program.
            FileName = "/bin/sh",
            Arguments = $"-c \"exec sleep 30 <{pty.Device}\"",
        })!;
        try
        {
            // The shell opens the device first and becomes sleep(1) after that.
            var name = $"/proc/{other.Id}/comm";
            Assert.True(SpinWait.SpinUntil(() => File.ReadAllText(name) == "sleep\n", TimeSpan.FromSeconds(30)));
            var wrong = Assert.Throws<LinkLostException>(() => Ports.Call(pty.Device, LineForm.SevenEven, 300));
            Assert.Contains($"process {other.Id} (sleep 30", wrong.Message);
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public void A_silent_port_is_given_up_after_a_bound_and_says_what_was_waited_for()
    {
        using var pty = new PtyLink();
        using var link = Ports.Call(pty.Device, LineForm.SevenEven, 300);
        var clock = new WallClock();
        var wrong = Assert.Throws<LinkLostException>(() => new TokenPortClient(link, clock, Impatient).ReadOut());
        Assert.Contains("nobody answered one sign-on within 2.5 s each (cable?", wrong.Message);
        Assert.InRange(clock.Now.TotalSeconds, 2, 6);
    }

    [Fact]
    public void Garbage_is_called_a_wrong_rate_or_parity()
    {
        using var pty = new PtyLink();
        using var link = Ports.Call(pty.Device, LineForm.EightNone, 300);
        var answering = new Thread(() =>
        {
            var buffer = new byte[64];
            if (pty.Read(buffer, TimeSpan.FromSeconds(3)) > 0) pty.Write([0x80, 0xFE, 0x00, 0xF8, 0x1C, 0xE0, 0x0A]);
        });
        answering.Start();
        var wrong = Assert.Throws<LinkLostException>(
            () => new TokenPortClient(link, new WallClock(), Impatient).ReadOut());
        answering.Join();
        Assert.EndsWith("(wrong baud rate or parity)", wrong.Message);
    }

    [Fact]
    public void A_cable_pulled_in_the_middle_ends_the_wait()
    {
        var pty = new PtyLink();
        using var link = Ports.Call(pty.Device, LineForm.SevenEven, 300);
        var pulling = new Thread(() =>
        {
            Thread.Sleep(300);
            pty.Dispose();
        });
        pulling.Start();
        var clock = new WallClock();
        var wrong = Assert.Throws<LinkLostException>(() => new TokenPortClient(link, clock, Impatient).ReadOut());
        pulling.Join();
        Assert.StartsWith(pty.Device, wrong.Message);
        Assert.InRange(clock.Now.TotalSeconds, 0, 6);
    }

    /// <summary>The library would wait for ever for a write that the lost device never accepted.</summary>
    [Fact]
    public void A_port_whose_cable_was_pulled_can_be_closed()
    {
        var pty = new PtyLink();
        var link = Ports.Call(pty.Device, LineForm.SevenEven, 300);
        link.Write("/?!\r\n"u8);
        pty.Dispose();
        for (var i = 0; i < 3; i++)
        {
            Assert.Throws<LinkLostException>(() =>
            {
                link.Write("/?!\r\n"u8);
                _ = link.Read(new byte[8], TimeSpan.FromMilliseconds(100));
            });
        }

        var closing = new Thread(link.Dispose) { IsBackground = true };
        closing.Start();
        Assert.True(closing.Join(TimeSpan.FromSeconds(20)), "it is still not closed after 20 s");
    }

    [Fact]
    public void A_box_on_the_network_that_is_not_there_is_named()
    {
        var wrong = Assert.Throws<LinkLostException>(() => Ports.Call("tcp:127.0.0.1:1", LineForm.SevenEven, 300));
        Assert.StartsWith("tcp:127.0.0.1:1: no connection", wrong.Message);
    }

    [Theory]
    [InlineData("ttyUSB0", "is not a port")]
    [InlineData("tcp:99999", "is not an address")]
    [InlineData("tcp:a:b:c", "is not an address")]
    public void A_name_that_means_no_port_is_refused(string port, string why) =>
        Assert.Contains(why, Ports.Problem(port));
}
