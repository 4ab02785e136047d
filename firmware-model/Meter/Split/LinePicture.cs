using System.Text;

namespace HilBench.Meter.Split;

/// <summary>What the measuring unit lets the customer see and hear, as it goes over the line.</summary>
/// <param name="Lines">The text of the meter's screen.</param>
/// <param name="Lamps">What each lamp does.</param>
public sealed record LinePicture(IReadOnlyList<string> Lines, LedLights Lamps)
{
    private const int HeadBytes = 4;
    private const int MillisecondsPerUnit = 10;
    private const byte StillAtWork = byte.MaxValue;

    /// <summary>The frame of the keypad unit that this answers; 0 = it comes unasked.</summary>
    public byte Answers { get; init; }

    /// <summary>What became of the entry it answers; none for all else, and for a short code.</summary>
    public ResultCode Result { get; init; }

    /// <summary>The meter still works on the entry it answers.</summary>
    public bool IsAtWork { get; init; }

    /// <summary>Played once, when the picture arrives.</summary>
    public BeepPattern Sound { get; init; } = BeepPattern.Silent;

    public bool Equals(LinePicture? other) => other is not null && Lines.SequenceEqual(other.Lines)
        && Lamps == other.Lamps && Answers == other.Answers && Result == other.Result && IsAtWork == other.IsAtWork
        && Sound.Times.SequenceEqual(other.Sound.Times);

    public override int GetHashCode() => HashCode.Combine(Lines.Count, Lamps, Answers, Result);

    /// <summary>The body of its frame.</summary>
    public byte[] Encode()
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', Lines.Select(line => line.TrimEnd())));
        var bytes = new List<byte>(HeadBytes + Sound.Times.Count + text.Length)
        {
            Answers,
            IsAtWork ? StillAtWork : (byte)Result,
            (byte)((int)Lamps.LowCredit | ((int)Lamps.Load << 2) | ((int)Lamps.Fault << 4)),
            (byte)Sound.Times.Count,
        };
        foreach (var time in Sound.Times)
            bytes.Add((byte)Math.Clamp((int)time.TotalMilliseconds / MillisecondsPerUnit, 1, byte.MaxValue));
        bytes.AddRange(text);
        return [.. bytes];
    }

    /// <summary>The picture in the body of a frame; null when it is none.</summary>
    public static LinePicture? Decode(ReadOnlySpan<byte> body)
    {
        if (body.Length < HeadBytes || body.Length < HeadBytes + body[3]) return null;
        var lamps = new LedLights(LightAt(body[2], 0), LightAt(body[2], 2), LightAt(body[2], 4));
        var sounds = body.Slice(HeadBytes, body[3]);
        if (sounds.Length > 0 && (sounds.Length % 2 == 0 || sounds.Contains((byte)0))) return null;
        var times = new List<TimeSpan>(sounds.Length);
        foreach (var unit in sounds) times.Add(TimeSpan.FromMilliseconds(unit * MillisecondsPerUnit));
        return new LinePicture(Encoding.UTF8.GetString(body[(HeadBytes + sounds.Length)..]).Split('\n'), lamps)
        {
            Answers = body[0],
            IsAtWork = body[1] == StillAtWork,
            Result = body[1] == StillAtWork ? ResultCode.None : (ResultCode)body[1],
            Sound = new BeepPattern(times),
        };
    }

    private static LedLight LightAt(byte lamps, int bit) => (LedLight)Math.Min((lamps >> bit) & 3, 2);
}
