using HilBench.Meter;
using HilBench.Rig.Tests.Virtual;
using HilBench.Rig.Virtual;
using HilBench.RigFiles;
using HilBench.TokenPort;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.TokenPort;

/// <summary>Commands, refusals, passwords and time-outs.</summary>
public class ProgrammingTests
{
    [Theory]
    [InlineData("R5", "0-0:C.1.0()", "ER01")]
    [InlineData("E2", "0-0:C.1.0()", "ER01")]
    [InlineData("R1", "0-0:9.9.9()", "ER02")]
    [InlineData("R1", "C.1.0(", "ER06")]
    [InlineData("W1", "0-0:9.9.9(1)", "ER02")]
    [InlineData("W1", "0-0:C.1.0(12345678901)", "ER09")]
    [InlineData("W1", "0-0:19.40.0(12a4)", "ER06")]
    [InlineData("W1", "0-0:19.40.0()", "ER06")]
    public void What_the_meter_refuses_says_why(string command, string data, string error)
    {
        var bench = new PortBench();
        bench.Open();
        Assert.Contains($"({error})", bench.Command(command, data), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_needs_no_password_and_writing_does()
    {
        var bench = new PortBench();
        bench.Open(password: false);
        Assert.Contains("0-0:19.10.0(0.0*kWh)", bench.Command("R1", "0-0:19.10.0()"), StringComparison.Ordinal);
        Assert.Contains("(ER03)", bench.Command("W1", "0-0:19.40.0(18446744073843772416)"), StringComparison.Ordinal);
        Assert.Empty(bench.Meter.Answers);
    }

    [Fact]
    public void Every_register_of_the_read_out_can_be_read_alone_and_says_the_same()
    {
        var bench = new PortBench(credit: EnergyAmount.FromKwh(12.5m));
        var readOut = bench.Reader().ReadOut();
        Assert.Equal(PortRegisters.All.Count + 1, readOut.Count);
        var reader = bench.Reader();
        reader.Open();
        Assert.All(readOut, set => Assert.Equal(set.ToString(), reader.Read(set.Address).ToString()));
        Assert.Equal("HILBENCH-V1", reader.Read(PortRegisters.Identification).Value);
        Assert.Equal("12.5*kWh", reader.Read("19.10.0").Value);
    }

    [Fact]
    public void A_meter_that_counts_money_says_its_credit_in_money()
    {
        var money = ProfileFiles.Load("money");
        var made = SampleMeter.Registers();
        var credit = CreditRegister.Of(2_500_010, money.Accounting.Scale);
        var meter = new VirtualPortMeter(money, ModelPlan.Alone.Tables, made with { Credit = credit });
        var reader = new TokenPortClient(meter, meter, new PortCallSettings());
        reader.Open();
        Assert.Equal("25.01*KES", reader.Read(PortRegisters.Credit).Value);
    }

    [Fact]
    public void Three_wrong_passwords_close_the_port_for_five_minutes_even_to_the_right_one()
    {
        var bench = new PortBench();
        bench.Open(password: false);
        Assert.Contains("(ER04)", bench.Command("P1", "(11111111)"), StringComparison.Ordinal);
        Assert.Contains("(ER04)", bench.Command("P1", "(22222222)"), StringComparison.Ordinal);
        Assert.Contains("(ER05)", bench.Command("P1", "(33333333)"), StringComparison.Ordinal);
        Assert.Contains("(ER05)", bench.Command("P1", "(00000000)"), StringComparison.Ordinal);
        bench.Command("B0", null);
        bench.Meter.Wait(TimeSpan.FromMinutes(4));
        bench.Meter.SetBaud(300);
        bench.Open(password: false);
        Assert.Contains("(ER05)", bench.Command("P1", "(00000000)"), StringComparison.Ordinal);
        bench.Meter.Wait(TimeSpan.FromSeconds(80));
        Assert.Equal("<ACK>", bench.Command("P1", "(00000000)"));
    }

    [Fact]
    public void A_damaged_command_is_answered_by_NAK_and_does_nothing()
    {
        var bench = new PortBench();
        bench.Open();
        var whole = new PortMessage("W1", "0-0:19.40.0(18446744073843772416)").ToBytes();
        for (var bit = 0; bit < 7; bit++)
        {
            byte[] damaged = [.. whole];
            damaged[20] ^= (byte)(1 << bit);
            Assert.Equal("<NAK>", bench.Say(damaged));
            Assert.Equal("<ACK>", bench.Command("P1", "(00000000)"));
        }

        Assert.Empty(bench.Meter.Answers);
        Assert.Equal("<ACK>", bench.Say(whole));
    }

    [Fact]
    public void A_command_that_breaks_off_is_forgotten_after_a_second_and_a_half()
    {
        var bench = new PortBench();
        bench.Open();
        Assert.Equal("", bench.Say("\u0001W1\u00020-0:19.40.0(1844"));
        bench.Meter.Wait(TimeSpan.FromMilliseconds(1600));
        Assert.Equal("<ACK>", bench.Command("P1", "(00000000)"));
    }

    [Fact]
    public void Without_a_word_for_ninety_seconds_the_session_is_dropped()
    {
        var bench = new PortBench();
        bench.Open();
        bench.Meter.Wait(TimeSpan.FromSeconds(80));
        Assert.Equal(PortPhase.Programming, bench.Meter.Server.Phase);
        bench.Meter.Wait(TimeSpan.FromSeconds(15));
        Assert.Equal(PortPhase.Listening, bench.Meter.Server.Phase);
        Assert.Equal(300, bench.Meter.Server.Baud);
    }

    [Fact]
    public void A_token_is_credited_once_and_called_used_the_second_time()
    {
        var bench = new PortBench();
        var token = SampleMeter.Station().Credit(SampleMeter.Key, EnergyAmount.FromKwh(25.6m), SampleMeter.Today);
        var reader = bench.Reader();
        Assert.Equal("00000000000", reader.Open());
        Assert.Equal(1, reader.Enter(token.Number.ToString()).Number);
        Assert.Equal("25.6*kWh", reader.Read(PortRegisters.Credit).Value);
        Assert.Equal(10, reader.Enter(token.Number.ToString()).Number);
        Assert.Equal(6, reader.Enter("123").Number);
        Assert.Equal(new PortAnswer(1, "1"), reader.Enter("18446744073843772416"));
        reader.Close();
        Assert.Equal(EnergyAmount.FromKwh(25.6m), bench.Credit);
    }

    [Fact]
    public void A_refusal_reaches_the_reader_with_its_number()
    {
        var reader = new PortBench().Reader(new PortCallSettings { Password = "99999999" });
        Assert.Equal(4, Assert.Throws<PortRefusedException>(() => reader.Open()).Number);
    }
}
