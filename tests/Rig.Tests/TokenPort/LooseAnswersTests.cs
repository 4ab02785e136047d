using System.Text;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.TokenPort;

/// <summary>
/// Real meters do not write as the standard does: line ends before ETX, two data sets on a line, addresses of their own
/// fashion, refusals in their own words. The reader takes all of it, and never takes a refusal for a value.
/// </summary>
public class LooseAnswersTests
{
    private const string KeyRevision = "0-0:C.60.1";

    private static readonly RegisterForm Revision = RegisterForm.Whole("a key revision, 1 to 9", 1, 9);

    [Theory]
    [InlineData("0-0:C.60.1(3)")]
    [InlineData("0-0:C.60.1(3)\r\n")]
    [InlineData("\r\n0-0:C.60.1(3)\r\n")]
    [InlineData("0-0:C.60.1(3)\r\n!\r\n")]
    [InlineData("0-0:C.60.1(3)!\r\n")]
    [InlineData("0-0:C.60.1 ( 3 )")]
    [InlineData("C.60.1(3)")]
    [InlineData("c.60.1(03)")]
    [InlineData("(3)")]
    [InlineData("1-0:C.60.1(3)")]
    [InlineData("0-0:C.60.1*255(3)")]
    [InlineData("0.0.C.60.1.255(3)")]
    [InlineData("0-0:C.60.1(3)(2)")]
    [InlineData("0-0:19.10.0(10.0*kWh)0-0:C.60.1(3)")]
    [InlineData("0-0:C.60.1(3)0-0:19.10.0(10.0*kWh)")]
    [InlineData("0-0:19.10.0(10.0*kWh)\r\n0-0:C.60.1(3)\r\n")]
    public void A_register_is_read_however_the_meter_writes_it(string text)
    {
        var reader = ScriptedMeter.ThatReads(text).Reader();
        Assert.Equal(3, int.Parse(reader.Read(KeyRevision, Revision).Value, null));
    }

    [Theory]
    [InlineData("(ERROR)", "ERROR")]
    [InlineData("(ERROR02)", "ERROR02")]
    [InlineData("(ERROR02)\r\n", "ERROR02")]
    [InlineData("(ER01)", "ER01")]
    [InlineData("(FAIL)", "FAIL")]
    [InlineData("( fail )", "fail")]
    [InlineData("0-0:C.60.1(ERROR)", "ERROR")]
    [InlineData("0-0:C.60.1(ER02)", "ER02")]
    [InlineData("C.60.1(not available)", "not available")]
    [InlineData("0-0:97.97.0(ERROR)", "ERROR")]
    [InlineData("(12)", "12")]
    [InlineData("0-0:C.60.1(0)", "0")]
    [InlineData("ERROR", "ERROR")]
    public void What_is_no_value_is_told_as_the_meters_refusal_with_its_words(string text, string words)
    {
        var reader = ScriptedMeter.ThatReads(text).Reader();
        var refused = Assert.Throws<PortRefusedException>(() => reader.Read(KeyRevision, Revision));
        Assert.Equal(
            $"/dev/ttyS7: the meter refuses R1 {KeyRevision} with the words \"{words}\" "
            + "(a value would be a key revision, 1 to 9)",
            refused.Message);
    }

    [Fact]
    public void Empty_brackets_are_no_value_either()
    {
        var reader = ScriptedMeter.ThatReads("0-0:C.60.1()").Reader();
        var refused = Assert.Throws<PortRefusedException>(() => reader.Read(KeyRevision, Revision));
        Assert.Contains("with empty brackets", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_to_another_question_is_no_value()
    {
        var meter = ScriptedMeter.ThatReads("0-0:C.60.2(2)");
        var reader = meter.Reader();
        var wrong = Assert.Throws<LinkLostException>(() => reader.Read(KeyRevision, Revision));
        Assert.Equal("/dev/ttyS7: asked for 0-0:C.60.1 and was told 0-0:C.60.2(2)", wrong.Message);
        Assert.Equal(3, meter.Heard.Count(command => command.StartsWith("R1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("P1 (00000000)", "(ERROR)", "P1 with the words \"ERROR\"")]
    [InlineData("P1 (00000000)", "(ERR 4)\r\n", "P1 with the words \"ERR 4\"")]
    [InlineData("W1 0-0:19.40.0(123)", "(FAIL)", "W1 0-0:19.40.0 with the words \"FAIL\"")]
    [InlineData("W1 0-0:19.40.0(123)", "0-0:19.40.0(BUSY)", "W1 0-0:19.40.0 with the words \"BUSY\"")]
    [InlineData("R1 0-0:19.40.0()", "0-0:19.40.0(INVALID)", "R1 0-0:19.40.0 with the words \"INVALID\"")]
    public void A_token_or_a_password_is_refused_in_the_meters_words(string command, string text, string told)
    {
        var meter = new ScriptedMeter { Answer = asked => asked == command ? PortMessage.Answer(text) : [6] };
        var refused = Assert.Throws<PortRefusedException>(() => meter.Reader().Enter("123"));
        Assert.StartsWith($"/dev/ttyS7: the meter refuses {told}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Programming_mode_is_refused_in_the_meters_words()
    {
        var meter = new ScriptedMeter { Operand = PortMessage.Answer("(ERROR)\r\n") };
        var refused = Assert.Throws<PortRefusedException>(() => meter.Reader());
        Assert.Equal("/dev/ttyS7: the meter refuses programming mode with the words \"ERROR\"", refused.Message);
    }

    [Fact]
    public void Only_a_meter_of_this_bench_means_by_an_error_what_this_bench_does()
    {
        var other = ScriptedMeter.ThatReads("(ER02)").Reader();
        Assert.EndsWith("(a value would be a key revision, 1 to 9)",
            Assert.Throws<PortRefusedException>(() => other.Read(KeyRevision, Revision)).Message);
        var ours = new PortBench().Reader();
        ours.Open();
        var refused = Assert.Throws<PortRefusedException>(() => ours.Read("0-0:9.9.9"));
        Assert.EndsWith("R1 0-0:9.9.9 with the words \"ER02\": it has no such register", refused.Message);
    }

    [Theory]
    [InlineData("/ABC5\\METER\r\n", "ABC")]
    [InlineData("\0\0\0/ABC5\\METER\r\n", "ABC")]
    [InlineData("/x/abc5 7/8\r\n", "abc")]
    [InlineData("/AB15METER\r\n", "AB1")]
    [InlineData("/ADN9 6534\r\n", "ADN")]
    public void A_meter_may_introduce_itself_in_many_ways(string line, string maker) =>
        Assert.Equal(maker, new ScriptedMeter { Identification = line, Answer = _ => [6] }.Reader().Identity!.Maker);

    [Theory]
    [InlineData("/KAM 685-382\r\n", "the sign-on was answered by \"/KAM 685-382<CR><LF>\", which is not how a meter")]
    [InlineData("/?!\r\n", "the line gives back what is sent to it: set \"echo\" to true in the rig file")]
    public void Who_introduces_himself_otherwise_is_told_as_heard(string line, string why)
    {
        var wrong = Assert.Throws<LinkLostException>(() => new ScriptedMeter { Identification = line }.Reader());
        Assert.Contains(why, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_out_is_read_as_meters_write_it()
    {
        const string text = "0.0.0(00000000)\r\nF.F(00)\r\n1.8.0*00(007900.58)\r\n1.8.1(000007,4*kW)2.8.1(0*kWh)\r\n"
            + "C.2.1(1107113C2E06)(    )\r\n0.2.2(:::::G11)!\r\n";
        var meter = new ScriptedMeter { Answer = _ => PortMessage.Answer(text) };
        var sets = new TokenPortClient(meter, meter, new PortCallSettings()).ReadOut();
        Assert.Equal(
            ["0.0.0(00000000)", "F.F(00)", "1.8.0*00(007900.58)", "1.8.1(000007,4*kW)", "2.8.1(0*kWh)",
                "C.2.1(1107113C2E06)()", "0.2.2(:::::G11)"],
            sets.Select(set => set.ToString()));
    }

    [Theory]
    [InlineData("C.1.0", "0-0:C.1.0", true)]
    [InlineData("1.8.0", "1.8", true)]
    [InlineData("1-0:1.8.0", "1-1:1.8.0*255", true)]
    [InlineData("credit", "CREDIT", true)]
    [InlineData("0-0:C.60.1", "0-0:C.60.2", false)]
    [InlineData("0-0:19.40.0", "0-0:19.40.1", false)]
    [InlineData("1.8.0", "1.8.1", false)]
    [InlineData("C.1.0", "C.1.1", false)]
    [InlineData("C.1.0", "", false)]
    public void An_address_means_the_same_in_every_fashion(string asked, string answered, bool same) =>
        Assert.Equal(same, PortAddress.AreSame(asked, answered));

    [Theory]
    [InlineData("10.0*kWh", 10.0, "kWh")]
    [InlineData(" 0010,05 kwh ", 10.05, "kwh")]
    [InlineData("-5*KWH", -5, "KWH")]
    [InlineData("10000Wh", 10000, "Wh")]
    [InlineData("42", 42, "")]
    public void A_quantity_is_read_with_its_unit(string text, double number, string unit)
    {
        Assert.True(RegisterForm.TryQuantity(text, out var read, out var counted));
        Assert.Equal(((decimal)number, unit), (read, counted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ERROR02")]
    [InlineData("1,234.5*kWh")]
    [InlineData("10.0.0")]
    [InlineData("*kWh")]
    [InlineData("ten")]
    public void What_is_no_quantity_is_none(string text) => Assert.False(RegisterForm.TryQuantity(text, out _, out _));

    [Fact]
    public void Noise_without_end_is_not_listened_to_for_ever()
    {
        var meter = new ScriptedMeter { Answer = command => Encoding.ASCII.GetBytes(new string('U', 100_000)) };
        var wrong = Assert.Throws<LinkLostException>(() => meter.Reader());
        Assert.EndsWith("waited 2.5 s for the answer to P1 (cable pulled, or the meter switched off?)", wrong.Message);
    }
}
