using HilBench.Meter.Split;

namespace HilBench.Meter.Tests.Split;

/// <summary>The keypad unit alone: what it sends, how often, and what it believes.</summary>
public sealed class CustomerUnitTests
{
    private const string Its = "37000000010";
    private const string Token = "12345678901234567890";

    private static readonly SplitSettings Talk = new();

    private readonly CustomerUnit _unit = new(MeterProfile.Generic, Talk);
    private MeterTime _now;
    private byte _pictures;

    private string Shown { get; set; } = "";

    [Fact]
    public void It_asks_when_it_starts_and_shows_nothing_before_it_is_told()
    {
        var asked = Assert.Single(Sent(Start()));
        Assert.Equal((FrameKind.Ask, Its), (asked.Kind, asked.Meter));
        Assert.Equal(1, asked.Body.Span[0]);
        Assert.Equal("", Shown);
        Hear(Picture(asked.Number, "10.0 kWh"));
        Assert.Equal("10.0 kWh", Shown);
    }

    [Fact]
    public void An_entry_goes_out_as_often_as_it_may_under_one_number_and_then_there_is_no_connection()
    {
        Connect();
        var sent = Sent(Type(Token + "#"));
        while (_unit.State.Waiting is { } waiting) sent.AddRange(Sent(At(waiting.Until)));
        Assert.Equal(Talk.Tries, sent.Count);
        Assert.All(sent, frame => Assert.Equal((FrameKind.Entry, sent[0].Number), (frame.Kind, frame.Number)));
        Assert.Equal(Connection.Down, _unit.State.Connection);
        Assert.Equal("No connection", Shown);
    }

    [Fact]
    public void Keys_that_are_pressed_while_it_waits_are_lost()
    {
        Connect();
        Type(Token + "#");
        Assert.Empty(Type("5"));
        Hear(Picture(_unit.State.Waiting!.Frame.Number, "Accept"));
        Assert.Equal("Accept", Shown);
        Assert.True(_unit.State.Pad.Entry.IsEmpty);
    }

    [Fact]
    public void A_picture_that_comes_twice_is_heard_once_and_confirmed_twice()
    {
        Connect();
        var picture = Picture(0, "Overload", BeepPattern.OfMilliseconds(100));
        var first = Hear(picture);
        var second = Hear(picture);
        Assert.Single(first.OfType<CustomerEffect.Sound>());
        Assert.Empty(second.OfType<CustomerEffect.Sound>());
        Assert.All([first, second], heard => Assert.Equal(FrameKind.Heard, Assert.Single(Sent(heard)).Kind));
    }

    [Fact]
    public void A_picture_of_another_meter_is_not_shown()
    {
        Connect();
        Hear(Picture(0, "99.9 kWh") with { Meter = "37000000028" });
        Assert.Equal("10.0 kWh", Shown);
    }

    [Fact]
    public void What_it_shows_is_no_older_than_the_time_to_ask_and_the_tries()
    {
        Connect();
        var told = _now;
        while (Shown == "10.0 kWh") At(_unit.Due!.Value);
        Assert.Equal(Talk.AskEvery + Talk.AnswerTime * Talk.Tries, _now - told);
    }

    [Fact]
    public void While_there_is_no_connection_it_asks_once_in_a_while()
    {
        Start();
        while (_unit.State.Connection != Connection.Down) At(_unit.Due!.Value);
        var lost = _now;
        Assert.Single(Sent(At(_unit.Due!.Value)));
        Assert.Equal(Talk.AskEveryLost, _now - lost);
        Assert.Empty(Sent(At(_unit.Due!.Value)));
    }

    [Fact]
    public void A_meter_that_takes_its_time_is_waited_for()
    {
        Connect();
        var entry = Assert.Single(Sent(Type(Token + "#")));
        for (var second = 0; second < 20; second++)
        {
            Hear(Picture(entry.Number, "10.0 kWh", isAtWork: true));
            At(_unit.Due!.Value);
        }

        Assert.Equal(Connection.Up, _unit.State.Connection);
        Assert.Equal("1234 5678 9012|3456 7890", Shown);
        Hear(Picture(entry.Number, "Accept"));
        Assert.Equal("Accept", Shown);
    }

    [Fact]
    public void Numbers_go_round_and_never_are_nought()
    {
        Connect();
        var numbers = new HashSet<byte>();
        for (var ask = 0; ask < 600; ask++)
        {
            foreach (var frame in Sent(At(_unit.Due!.Value)))
            {
                numbers.Add(frame.Number);
                Hear(Picture(frame.Number, "10.0 kWh"));
            }
        }

        Assert.Equal(255, numbers.Count);
        Assert.DoesNotContain((byte)0, numbers);
    }

    [Fact]
    public void Low_batteries_put_a_sign_into_a_free_cell_and_into_no_other()
    {
        Connect();
        Do(new CustomerInput.BatteryMeasured(Talk.LowMillivolts - 1));
        Assert.Equal($"10.0 kWh|{Icon.Battery,16}", Shown);
        Hear(Picture(0, "10.0 kWh", lines: "1234567890123456"));
        Assert.DoesNotContain(Icon.Battery, Shown);
        Do(new CustomerInput.BatteryMeasured(Talk.LowMillivolts));
        Hear(Picture(0, "10.0 kWh"));
        Assert.Equal("10.0 kWh", Shown);
    }

    [Fact]
    public void A_unit_without_batteries_does_nothing()
    {
        Assert.Empty(_unit.Handle(new CustomerInput.KeyPressed('1'), _now));
        Assert.Null(_unit.Due);
    }

    private LineFrame Picture(
        byte answers, string text, BeepPattern? sound = null, bool isAtWork = false, string lines = "") => new(
        Its, FrameKind.Picture, _pictures = (byte)(_pictures % byte.MaxValue + 1),
        new LinePicture([text, lines], default)
        {
            Answers = answers, Sound = sound ?? BeepPattern.Silent, IsAtWork = isAtWork,
        }.Encode());

    private IReadOnlyList<CustomerEffect> Start() => Do(new CustomerInput.PowerUp(PairingRecord.Encode(Its)));

    private void Connect()
    {
        var asked = Assert.Single(Sent(Start()));
        Hear(Picture(asked.Number, "10.0 kWh"));
    }

    private List<CustomerEffect> Type(string keys) =>
        [.. keys.SelectMany(key => Do(new CustomerInput.KeyPressed(key)))];

    private IReadOnlyList<CustomerEffect> Hear(LineFrame frame) => Do(new CustomerInput.FrameHeard(frame));

    private IReadOnlyList<CustomerEffect> At(MeterTime moment)
    {
        _now = moment;
        return Do(new CustomerInput.TimePassed());
    }

    private IReadOnlyList<CustomerEffect> Do(CustomerInput input)
    {
        var effects = _unit.Handle(input, _now);
        foreach (var show in effects.OfType<CustomerEffect.Show>())
            Shown = string.Join('|', show.Text.Lines.Select(line => line.TrimEnd())).TrimEnd('|');
        return effects;
    }

    private static List<LineFrame> Sent(IEnumerable<CustomerEffect> effects) =>
        [.. effects.OfType<CustomerEffect.Send>().Select(send => send.Frame)];
}
