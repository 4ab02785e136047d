using HilBench.TokenPort;

namespace HilBench.Rig.Tests.TokenPort;

/// <summary>
/// A conversation by IEC 62056-21, byte for byte. Its block checks were computed by hand and not by the code under
/// test.
/// </summary>
public class PortVectors
{
    [Theory]
    [InlineData("P0", "(54601234567)", 0x57)]
    [InlineData("P1", "(00000000)", 0x61)]
    [InlineData("W1", "0-0:19.40.0(18446744073843772416)", 0x4F)]
    [InlineData("R1", "0-0:19.40.0()", 0x48)]
    [InlineData("R1", "0-0:C.1.0()", 0x36)]
    [InlineData("B0", null, 0x71)]
    public void A_command_ends_in_the_check_that_others_compute(string command, string? data, int check) =>
        Assert.Equal(check, new PortMessage(command, data).ToBytes()[^1]);

    [Theory]
    [InlineData("0-0:19.40.0(01)(1)", 0x18)]
    [InlineData("0-0:C.1.0(54601234567)", 0x60)]
    [InlineData("(ER01)", 0x14)]
    public void An_answer_ends_in_the_check_that_others_compute(string data, int check) =>
        Assert.Equal(check, PortMessage.Answer(data)[^1]);

    [Fact]
    public void A_whole_conversation_runs_as_written()
    {
        var bench = new PortBench();
        Assert.Equal("/HIL5\\HILBENCH-V1<CR><LF>", bench.Say("/?!\r\n"));
        bench.Meter.Write("\u0006051\r\n"u8);
        bench.Meter.SetBaud(9600);
        Assert.Equal("<SOH>P0<STX>(00000000000)<ETX>P", bench.Hear(PortBench.Enough));
        Assert.Equal("<ACK>", bench.Command("P1", "(00000000)"));
        Assert.Equal("<ACK>", bench.Command("W1", "0-0:19.40.0(18446744073843772416)"));
        Assert.Equal("<STX>0-0:19.40.0(01)(1)<ETX><18>", bench.Command("R1", "0-0:19.40.0()"));
        Assert.Equal("<STX>0-0:C.1.0(00000000000)<ETX>g", bench.Command("R1", "0-0:C.1.0()"));
        Assert.Equal("", bench.Command("B0", null));
        Assert.Equal(PortPhase.Listening, bench.Meter.Server.Phase);
        Assert.Equal(300, bench.Meter.Server.Baud);
    }
}
