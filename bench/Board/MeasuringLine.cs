using HilBench.Meter;
using HilBench.Meter.Split;
using HilBench.Roles;
using HilBench.TokenPort.Links;

namespace HilBench.Board;

/// <summary>
/// The line of a measuring unit: what arrives goes to its meter, and what its meter shows goes to the keypad unit. The
/// host calls <see cref="Take"/> before each step of the board and <see cref="Tell"/> after it.
/// </summary>
public sealed class MeasuringLine
{
    private readonly MeterBoard _board;
    private readonly IByteLink _line;
    private readonly IBenchClock _clock;
    private readonly MeasuringPort _port;
    private readonly FrameCollector _collector = new();
    private readonly byte[] _arrived = new byte[256];
    private LinePicture _picture = new([], default);
    private ResultCode _result;
    private BeepPattern _sound = BeepPattern.Silent;

    /// <param name="board">The measuring unit's; it has no keypad.</param>
    /// <param name="line">To the keypad unit.</param>
    /// <param name="clock">The measuring unit's time.</param>
    /// <param name="port">The protocol.</param>
    public MeasuringLine(MeterBoard board, IByteLink line, IBenchClock clock, MeasuringPort port)
    {
        (_board, _line, _clock, _port) = (board, line, clock, port);
        board.Shown += lines => _picture = _picture with { Lines = lines };
        board.Lit += leds => _picture = _picture with { Lamps = leds };
        board.Sounded += sound => _sound = sound;
        board.Answered += answer => _result = answer.Result;
    }

    /// <summary>A frame for another meter has come.</summary>
    public event Action<string>? HeardStranger;

    /// <summary>The keypad unit does not know yet what the meter shows, or an entry has no answer.</summary>
    public bool IsBusy => _port.IsBusy;

    /// <summary>When the next step is wanted; null = not before something arrives.</summary>
    public TimeSpan? Due => _port.Due?.SinceStart;

    private MeterTime Now => MeterTime.From(_clock.Now);

    /// <summary>Takes what has arrived.</summary>
    /// <param name="patience">How long to wait for it.</param>
    public void Take(TimeSpan patience = default)
    {
        for (var count = _line.Read(_arrived, patience); count > 0; count = _line.Read(_arrived, TimeSpan.Zero))
        {
            foreach (var value in _arrived.AsSpan(0, count))
            {
                if (_collector.Take(value, Now) is { } frame) Perform(_port.Receive(frame, Now));
            }
        }

        Perform(_port.Elapse(Now));
    }

    /// <summary>Tells the keypad unit what is new. A meter whose mains has just failed tells nobody anything.</summary>
    public void Tell()
    {
        var state = _board.Meter.State;
        // A sound that goes with no answer is a key's, and there are no keys here.
        var sound = _result == ResultCode.None ? BeepPattern.Silent : _sound;
        if (!state.IsFailing) Perform(_port.Tell(_picture, _result, sound, state.Screen is Screen.Working, Now));
        (_result, _sound) = (ResultCode.None, BeepPattern.Silent);
    }

    private void Perform(IReadOnlyList<PortDeed> deeds)
    {
        foreach (var deed in deeds)
        {
            switch (deed)
            {
                case PortDeed.Send send:
                    _line.Write(send.Frame.Encode());
                    break;
                case PortDeed.Enter enter:
                    Enter(enter.Keys);
                    break;
                case PortDeed.HeardStranger stranger:
                    HeardStranger?.Invoke(stranger.Meter);
                    break;
            }
        }
    }

    /// <summary>Twenty digits are a token; of all else the meter's own keys say what it means.</summary>
    private void Enter(string keys)
    {
        if (keys.Length == KeypadEntry.TokenDigits && keys.All(char.IsAsciiDigit))
        {
            _board.Post(new MeterInput.TokenReceived(keys));
            return;
        }

        foreach (var key in keys) _board.Post(new MeterInput.KeyPressed(key));
    }
}
