using HilBench.Meter.Split;

namespace HilBench.Meter.Tests.Split;

/// <summary>The measuring unit's end of the line: what it hands to its meter, and how often it tells.</summary>
public sealed class MeasuringPortTests
{
    private const string Its = "37000000010";
    private const string Other = "37000000028";
    private const string Token = "12345678901234567890";

    private static readonly SplitSettings Talk = new();

    private readonly MeasuringPort _port = new(Its, Talk);
    private MeterTime _now;

    [Fact]
    public void An_entry_that_comes_again_is_answered_again_and_not_entered_again()
    {
        Assert.Equal(Token, Assert.IsType<PortDeed.Enter>(Assert.Single(Receive(FrameKind.Entry, 5, Token))).Keys);
        // The meter has not judged it yet: there is nothing to say.
        Assert.Empty(Receive(FrameKind.Entry, 5, Token));
        var first = PictureIn(Tell("Accept", ResultCode.Accept));
        Assert.Equal((5, ResultCode.Accept), (first.Answers, first.Result));
        Tell("Credit");
        var again = PictureIn(Receive(FrameKind.Entry, 5, Token));
        Assert.Equal(first, again);
    }

    [Fact]
    public void An_entry_under_another_number_or_of_other_keys_is_another_entry()
    {
        Receive(FrameKind.Entry, 5, Token);
        Tell("Accept", ResultCode.Accept);
        Assert.IsType<PortDeed.Enter>(Assert.Single(Receive(FrameKind.Entry, 6, Token)));
        Tell("Used", ResultCode.UsedError);
        Assert.IsType<PortDeed.Enter>(Assert.Single(Receive(FrameKind.Entry, 6, "804#")));
    }

    [Fact]
    public void A_keypad_unit_that_has_just_started_may_use_an_old_number_for_a_new_entry()
    {
        Receive(FrameKind.Entry, 2, Token);
        Tell("Accept", ResultCode.Accept);
        _port.Receive(new LineFrame(Its, FrameKind.Ask, 1, new byte[] { 1 }), _now);
        Assert.IsType<PortDeed.Enter>(Assert.Single(Receive(FrameKind.Entry, 2, Token)));
    }

    [Fact]
    public void What_is_new_is_told_until_it_is_heard()
    {
        var told = FrameIn(Tell("9.9 kWh"));
        Assert.True(_port.IsBusy);
        Assert.Equal(told, FrameIn(Elapse()));
        Receive(FrameKind.Heard, told.Number);
        Assert.False(_port.IsBusy);
        Assert.Null(_port.Due);
    }

    [Fact]
    public void What_nobody_hears_is_told_so_often_and_no_more()
    {
        Tell("9.9 kWh");
        var times = 1;
        while (_port.Due is { } due)
        {
            _now = due;
            times += _port.Elapse(_now).Count;
        }

        Assert.Equal(Talk.Tries, times);
        Assert.Equal("9.9 kWh", PictureIn(Receive(FrameKind.Ask, 9, "\0")).Lines[0]);
    }

    [Fact]
    public void What_is_not_new_is_not_told_again()
    {
        Tell("9.9 kWh");
        Assert.Empty(Tell("9.9 kWh"));
    }

    [Fact]
    public void A_meter_that_takes_its_time_says_so_once_and_answers_when_it_is_done()
    {
        Receive(FrameKind.Entry, 5, Token);
        Assert.True(PictureIn(Tell("1234", isAtWork: true)).IsAtWork);
        Assert.Empty(Tell("1234", isAtWork: true));
        Assert.True(PictureIn(Receive(FrameKind.Entry, 5, Token)).IsAtWork);
        var answer = PictureIn(Tell("Accept", ResultCode.Accept));
        Assert.Equal((5, false, ResultCode.Accept), (answer.Answers, answer.IsAtWork, answer.Result));
    }

    [Theory]
    [InlineData(Strangers.Refused)]
    [InlineData(Strangers.Ignored)]
    public void A_frame_for_another_meter_is_never_entered_and_refused_where_the_settings_say_so(Strangers strangers)
    {
        var port = new MeasuringPort(Its, Talk with { Strangers = strangers });
        var deeds = port.Receive(
            new LineFrame(Other, FrameKind.Entry, 5, Token.Select(digit => (byte)digit).ToArray()), _now);
        Assert.Equal(Other, Assert.Single(deeds.OfType<PortDeed.HeardStranger>()).Meter);
        Assert.Empty(deeds.OfType<PortDeed.Enter>());
        var refusals = deeds.OfType<PortDeed.Send>().Select(send => send.Frame).ToArray();
        Assert.Equal(strangers == Strangers.Refused ? 1 : 0, refusals.Length);
        Assert.All(
            refusals, frame => Assert.Equal((Other, FrameKind.NotMine, 5), (frame.Meter, frame.Kind, frame.Number)));
    }

    private IReadOnlyList<PortDeed> Receive(FrameKind kind, byte number, string body = "") => _port.Receive(
        new LineFrame(Its, kind, number, body.Select(letter => (byte)letter).ToArray()), _now);

    private IReadOnlyList<PortDeed> Tell(string text, ResultCode result = ResultCode.None, bool isAtWork = false) =>
        _port.Tell(new LinePicture([text], default), result, BeepPattern.Silent, isAtWork, _now);

    private IReadOnlyList<PortDeed> Elapse()
    {
        _now = _port.Due!.Value;
        return _port.Elapse(_now);
    }

    private static LineFrame FrameIn(IReadOnlyList<PortDeed> deeds) =>
        Assert.IsType<PortDeed.Send>(Assert.Single(deeds)).Frame;

    private static LinePicture PictureIn(IReadOnlyList<PortDeed> deeds) =>
        LinePicture.Decode(FrameIn(deeds).Body.Span)!;
}
