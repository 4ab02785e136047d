using System.Net.Sockets;
using System.Text;
using HilBench.Physical;
using HilBench.Physical.Ports;
using HilBench.Rig.Tests.Virtual;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.Physical;

/// <summary>A port on the network serves one caller at a time, and says so to the others.</summary>
public class TcpPortTests
{
    [Theory]
    [InlineData(LineForm.SevenEven)]
    [InlineData(LineForm.SevenEvenInEight)]
    public void A_second_caller_is_told_that_the_port_is_busy(LineForm form)
    {
        using var meter = new RealTimeMeter(Ports.Offer("tcp:0", form, 300), SampleMeter.Registers());
        using var first = Ports.Call(meter.Port, form, 300);
        var reader = new TokenPortClient(first, new WallClock(), new PortCallSettings());
        reader.Open();
        using (var second = Ports.Call(meter.Port, form, 300))
        {
            var wrong = Assert.Throws<LinkLostException>(
                () => new TokenPortClient(second, new WallClock(), new PortCallSettings()).Open());
            Assert.Contains("busy: this port serves one caller at a time", wrong.Message);
        }

        Assert.Equal("00000000000", reader.Read(PortRegisters.MeterNumber).Value);
        first.Dispose();
        using var third = Ports.Call(meter.Port, form, 300);
        Assert.Equal("00000000000", new TokenPortClient(third, new WallClock(), new PortCallSettings()).Open());
        Assert.Null(meter.Failure);
    }

    [Fact]
    public void A_caller_who_is_turned_away_reads_why_and_then_the_end()
    {
        using var port = TcpLink.Listen(0);
        using var first = Dial(port);
        Assert.Equal(0, port.Read(new byte[8], TimeSpan.FromSeconds(2)));
        for (var i = 0; i < 5; i++)
        {
            using var other = Dial(port);
            other.Send("/?!\r\n"u8);
            Assert.True(SpinWait.SpinUntil(
                () => port.Read(new byte[8], TimeSpan.FromMilliseconds(20)) == 0 && other.Available > 0,
                TimeSpan.FromSeconds(20)));
            Assert.Equal("busy: this port serves one caller at a time\r\n", Everything(other));
        }

        first.Send("x"u8);
        Assert.Equal(1, port.Read(new byte[8], TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void A_caller_who_leaves_and_calls_again_at_once_is_not_told_that_the_port_is_busy()
    {
        using var port = TcpLink.Listen(0);
        using var end = new CancellationTokenSource();
        var answering = new Thread(() =>
        {
            var one = new byte[1];
            while (!end.IsCancellationRequested)
                if (port.Read(one, TimeSpan.FromMilliseconds(5)) > 0) port.Write(one);
        });
        answering.Start();
        try
        {
            for (var call = 0; call < 300; call++)
            {
                using var caller = Dial(port);
                var answer = new byte[1];
                caller.Send("x"u8);
                Assert.Equal(1, caller.Receive(answer));
                Assert.Equal((byte)'x', answer[0]);
                // Something the port has not read yet when the caller leaves.
                if (call % 2 == 0) caller.Send("y"u8);
            }
        }
        finally
        {
            end.Cancel();
            answering.Join();
        }
    }

    [Fact]
    public void A_caller_who_is_sent_away_makes_room_for_the_next()
    {
        using var port = TcpLink.Listen(0);
        Assert.False(port.HangUp());
        using var first = Dial(port);
        Assert.Equal(0, port.Read(new byte[8], TimeSpan.FromSeconds(2)));
        Assert.True(port.HasPeer);
        Assert.True(port.HangUp());
        Assert.False(port.HasPeer);
        Assert.Equal("", Everything(first));
        using var next = Dial(port);
        next.Send("x"u8);
        Assert.True(SpinWait.SpinUntil(
            () => port.Read(new byte[8], TimeSpan.FromMilliseconds(20)) == 1, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void A_reader_never_sends_its_own_meter_away()
    {
        using var port = TcpLink.Listen(0);
        using var reader = Ports.Call(port.Name, LineForm.EightNone, 300);
        Assert.False(reader.HangUp());
    }

    [Theory]
    [InlineData("tcp:somewhere:7000", "\"tcp:somewhere:7000\" is on another computer; allowed: tcp:PORT")]
    [InlineData("tcp::7000", "is not an address; allowed: tcp:PORT, PORT up to 65535")]
    [InlineData("com1", "is not a port; allowed: a device such as /dev/ttyUSB0, pty, tcp:PORT")]
    public void A_port_that_cannot_be_offered_is_told(string port, string why) =>
        Assert.Contains(why, Ports.ProblemToOffer(port));

    private static Socket Dial(TcpLink port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 5000 };
        socket.Connect("localhost", int.Parse(port.Name["tcp:".Length..], null));
        return socket;
    }

    private static string Everything(Socket socket)
    {
        var heard = new byte[256];
        var count = 0;
        while (socket.Receive(heard.AsSpan(count)) is > 0 and var more) count += more;
        return Encoding.ASCII.GetString(heard, 0, count);
    }
}
