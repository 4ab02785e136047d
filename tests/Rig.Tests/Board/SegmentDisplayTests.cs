using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Tests.Virtual;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Board;

/// <summary>
/// Eight digits on two HT16K33: the shapes are the package's, and what is read by them comes from a table of its own.
/// </summary>
public sealed class SegmentDisplayTests : IDisposable
{
    private readonly PinBench _bench = new();
    private readonly Ht16k33 _left;
    private readonly Ht16k33 _right;
    private readonly EmulatedI2cBus _bus;
    private readonly ICharacterDisplay _display;

    public SegmentDisplayTests()
    {
        _left = new Ht16k33(_bench.Circuit, 0x70);
        _right = new Ht16k33(_bench.Circuit, 0x71);
        _bus = new EmulatedI2cBus(1, _bench.Circuit.Time);
        _bus.Attach(_left);
        _bus.Attach(_right);
        var wiring = new LcdWiring(26, 21, 4, 17, 27, 22) { Segments = new SegmentWiring() };
        _display = BoardParts.DisplayOf(
            new BoardPins(_bench.Gpio, _bus), wiring, _bench, new DisplaySize(SegmentWiring.Places, 1));
        _display.Initialise();
    }

    /// <summary>Every sign that a profile with seven segments may use, beside others of its kind.</summary>
    public static TheoryData<string> Texts =>
    [
        .. "AbCcdEFGHhIiJLnOoPqrStUuy".Select(letter => $"A{letter}A"),
        .. "0123456789".Select(digit => $"1{digit}1"),
        "-", "_", "21°", "12.5", "20 -7890",
    ];

    public static TheoryData<string> WordsOfClou()
    {
        var words = ProfileFiles.Load("clou").Words;
        return
        [
            words.Accept, words.Used, words.Old, words.Reject.Replace("{0}", "10"), words.Locked, words.Incomplete,
            .. words.Halves, words.Credit, words.MemoryFault, words.KeypadFault, words.Overload,
        ];
    }

    public void Dispose() => _display.Dispose();

    [Theory]
    [MemberData(nameof(Texts))]
    [MemberData(nameof(WordsOfClou))]
    public void A_text_that_is_shown_is_what_a_person_reads(string text)
    {
        _display.Show([text]);
        Assert.Equal(text, Glass());
        Assert.Empty(_bench.Circuit.Findings.All);
    }

    [Fact]
    public void It_says_how_large_it_is_and_that_nothing_reads_it_back()
    {
        Assert.Equal((8, 1, false), (_display.Columns, _display.LineCount, _display.CanReadBack));
        Assert.Throws<InvalidOperationException>(_display.ReadBack);
    }

    [Fact]
    public void What_does_not_fit_is_left_out_and_a_sign_without_a_shape_is_blank()
    {
        _display.Show(["123456789", "second"]);
        Assert.Equal("12345678", Glass());
        _display.Show(["1W1"]);
        Assert.Equal("1 1", Glass());
        _display.Show([]);
        Assert.Equal("", Glass());
    }

    [Fact]
    public void The_same_text_again_touches_nothing_and_a_change_touches_one_module()
    {
        _display.Show(["1234"]);
        var before = _bench.Now;
        _display.Show(["1234"]);
        Assert.Equal(before, _bench.Now);
        _bus.Detach(_left);
        _display.Show(["12345"]);
        Assert.Equal("12345", Glass());
    }

    [Fact]
    public void Digits_that_lost_their_supply_are_lit_again_and_blank()
    {
        _display.Show(["1234"]);
        _bench.Circuit.Power.Fail();
        Assert.Equal("", Glass());
        _bench.Circuit.Power.Restore();
        _display.Initialise();
        Assert.Equal("", Glass());
        _display.Show(["4321"]);
        Assert.Equal("4321", Glass());
    }

    [Fact]
    public void A_module_that_is_gone_is_the_fault_of_the_bench()
    {
        _bus.Detach(_right);
        Assert.StartsWith(
            "the display's HT16K33 does not answer at 0x71 on I2C bus 1",
            Assert.Throws<RigFaultException>(() => _display.Show(["12345678"])).Message);
    }

    [Fact]
    public void A_token_typed_on_the_rig_with_digits_is_answered_on_them()
    {
        using var rig = Rigs.Load("virtual-segments").Build(seed: 1);
        rig.Manufacture(SampleMeter.Registers(EnergyAmount.FromKwh(12.5m)));
        rig.Mains.Return();
        Assert.Equal("12.5    ", Assert.Single(rig.Glass.WaitUntilSettled().Lines));
        var mark = rig.Glass.Mark();
        var token = SampleMeter.Station().Credit(SampleMeter.Key, EnergyAmount.FromKwh(2), SampleMeter.Today);
        rig.Type(token.Number + "#");
        rig.Clock.Wait(TimeSpan.FromMinutes(1));
        Assert.Contains("AccEPt", rig.Words(mark));
        Assert.Equal("14.5", rig.Glass.Read()[0].Trim());
        Assert.Empty(rig.Findings);
    }

    private string Glass() => SevenSegments.Read([.. _left.Glass(), .. _right.Glass()]).TrimEnd();
}
