using System.Text;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.TokenPort;

/// <summary>Which meter is called, at which rate, and what happens when nobody continues.</summary>
public class SignOnTests
{
    [Theory]
    [InlineData("/?!\r\n")]
    [InlineData("/?00000000000!\r\n")]
    [InlineData("/?0!\r\n")]
    [InlineData("\0\0\0\0/?!\r\n")]
    [InlineData("noise \u0002 \u0003x/?!\r\n")]
    public void A_meter_answers_a_request_that_is_for_it(string request) =>
        Assert.StartsWith("/HIL5", new PortBench().Say(request), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?12345678!\r\n")]
    [InlineData("/!\r\n")]
    [InlineData("/?!")]
    [InlineData("?!\r\n")]
    [InlineData("/?\u00B0!\r\n")]
    public void A_meter_is_silent_when_a_request_is_not_for_it(string request) =>
        Assert.Equal("", new PortBench().Say(request));

    [Fact]
    public void Asked_for_000_the_meter_reads_out_at_300_baud()
    {
        var bench = new PortBench();
        bench.Say("/?!\r\n");
        Assert.StartsWith("<STX>0-0:C.1.0(", bench.Say("\u0006000\r\n"), StringComparison.Ordinal);
        Assert.Equal(300, bench.Meter.Server.Baud);
        bench.Say("\u0006");
        Assert.Equal(PortPhase.Listening, bench.Meter.Server.Phase);
    }

    [Theory]
    [InlineData("\u0006061\r\n")]
    [InlineData("\u0006151\r\n")]
    [InlineData("\u0006052\r\n")]
    [InlineData("\u0006\r\n")]
    public void An_option_the_meter_does_not_know_is_answered_by_a_read_out_at_300_baud(string option)
    {
        var bench = new PortBench();
        bench.Say("/?!\r\n");
        Assert.StartsWith("<STX>0-0:C.1.0(", bench.Say(option), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_selects_nothing_gets_the_read_out_at_300_baud()
    {
        var bench = new PortBench();
        bench.Say("/?!\r\n");
        Assert.Contains("0-0:C.1.0(", bench.Hear(TimeSpan.FromSeconds(3)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_out_is_repeated_on_NAK_three_times_and_no_more()
    {
        var bench = new PortBench();
        bench.Say("/?!\r\n");
        bench.Say("\u0006000\r\n");
        for (var i = 0; i < 3; i++) Assert.StartsWith("<STX>", bench.Say("\u0015"), StringComparison.Ordinal);
        Assert.Equal("", bench.Say("\u0015"));
        Assert.Equal(PortPhase.Listening, bench.Meter.Server.Phase);
    }

    [Theory]
    [InlineData("\u0006050\r\n")]
    [InlineData("\u0006051\r\n")]
    public void A_reader_that_calls_again_at_once_is_answered_where_nothing_has_a_rate(string option)
    {
        var bench = new PortBench();
        bench.Say("/?!\r\n");
        bench.Meter.Write(Encoding.Latin1.GetBytes(option));
        bench.Meter.SetBaud(9600);
        bench.Hear(PortBench.Enough);
        Assert.Equal(9600, bench.Meter.Server.Baud);
        bench.Meter.Write("/?!\r\n"u8);
        bench.Meter.SetBaud(300);
        Assert.Equal("/HIL5\\HILBENCH-V1<CR><LF>", bench.Hear(PortBench.Enough));
        Assert.Equal((PortPhase.Identified, 300), (bench.Meter.Server.Phase, bench.Meter.Server.Baud));
    }

    [Theory]
    [InlineData("/?12345678!\r\n")]
    [InlineData("/?ABC!\r\n")]
    [InlineData("/?12345678!\n")]
    public void A_meter_that_has_introduced_itself_is_silent_once_another_one_is_called(string other)
    {
        var bench = new PortBench();
        Assert.StartsWith("/HIL5", bench.Say("/?!\r\n"), StringComparison.Ordinal);
        Assert.Equal("", bench.Say(other));
        Assert.Equal(PortPhase.Listening, bench.Meter.Server.Phase);
        Assert.Equal("", bench.Hear(TimeSpan.FromSeconds(10)));
        Assert.Equal("", bench.Say("\u0006051\r\n"));
        Assert.StartsWith("/HIL5", bench.Say("/?!\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_ends_when_another_meter_is_called()
    {
        var bench = new PortBench();
        bench.Open();
        // Where nothing has a rate, the sign-on for the other meter is understood at 9600 too.
        Assert.Equal("", bench.Say("/?12345678!\r\n"));
        Assert.Equal((PortPhase.Listening, 300), (bench.Meter.Server.Phase, bench.Meter.Server.Baud));
        bench.Meter.SetBaud(300);
        Assert.Equal("", bench.Command("W1", "0-0:19.40.0(18446744073843772416)"));
        Assert.Empty(bench.Meter.Answers);
    }

    [Theory]
    [InlineData("/?!\n", "\u0006050\n")]
    [InlineData("/? !\r\n", "\u0006050\r\n")]
    public void A_reader_with_line_ends_of_its_own_is_understood(string request, string option)
    {
        var bench = new PortBench();
        Assert.StartsWith("/HIL5", bench.Say(request), StringComparison.Ordinal);
        bench.Meter.Write(Encoding.Latin1.GetBytes(option));
        bench.Meter.SetBaud(9600);
        Assert.StartsWith("<STX>0-0:C.1.0(", bench.Hear(PortBench.Enough), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_calls_again_must_say_the_password_again()
    {
        var bench = new PortBench();
        bench.Open();
        bench.Meter.Write("/?!\r\n"u8);
        bench.Meter.SetBaud(300);
        bench.Hear(PortBench.Enough);
        bench.Meter.Write("\u0006051\r\n"u8);
        bench.Meter.SetBaud(9600);
        bench.Hear(PortBench.Enough);
        Assert.Contains("(ER03)", bench.Command("W1", "0-0:19.40.0(18446744073843772416)"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_at_the_wrong_rate_is_told_so()
    {
        var bench = new PortBench();
        bench.Open();
        // The reader was restarted: it calls at 300 baud while the meter still listens at 9600.
        var patient = new PortCallSettings { Attempts = 1 };
        var wrong = Assert.Throws<LinkLostException>(() => bench.Reader(patient).ReadOut());
        Assert.Contains("nobody answered", wrong.Message, StringComparison.Ordinal);
        // On its second attempt it first ends the session that it cannot see.
        Assert.NotEmpty(bench.Reader().ReadOut());
    }
}
