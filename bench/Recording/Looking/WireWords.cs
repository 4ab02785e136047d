using System.Globalization;
using System.Text;
using HilBench.Roles;

namespace HilBench.Recording.Looking;

/// <summary>Levels and bytes, in words.</summary>
internal static class WireWords
{
    private const string LeftOut = "levels and transfers were left out before this";

    /// <summary>How the names of I2C buses end.</summary>
    private const string Bus = "I2C";

    public static Subject SubjectOf(WireMoment moment, FlightRecording recording) =>
        moment.Line < 0 ? Subject.Pins : IsBus(recording.LineNames[moment.Line]) ? Subject.Bus : Subject.Port;

    public static bool IsBus(string line) => line.EndsWith(Bus, StringComparison.Ordinal);

    /// <summary>Such as <c>ROW1 1</c>, or <c>I2C 0x50 write 00 40</c>.</summary>
    public static string Of(WireMoment moment, FlightRecording recording) =>
        moment.IsGap ? Gap(recording)
        : moment.Line < 0 ? $"{recording.WireNames[moment.Wire]} {(moment.IsHigh ? '1' : '0')}"
        : $"{recording.LineNames[moment.Line]} {Transfer(moment, recording)}";

    /// <summary>What went over a line, without its name.</summary>
    public static string Transfer(WireMoment moment, FlightRecording recording) =>
        Transfer(IsBus(recording.LineNames[moment.Line]), moment.Traffic, moment.Bytes ?? []);

    /// <inheritdoc cref="Transfer(WireMoment, FlightRecording)"/>
    public static string Transfer(bool isBus, LineTraffic traffic, byte[] bytes)
    {
        if (!isBus) return $"{(traffic.ToMeter ? "to" : "from")} the meter {Hex(bytes)} {Legible(bytes)}";
        return string.Create(CultureInfo.InvariantCulture, $"0x{traffic.Address:X2} ")
            + (traffic.ToMeter ? "read" : "write")
            + (bytes.Length > 0 ? " " + Hex(bytes) : "")
            + (traffic.IsRefused ? ", not acknowledged" : "");
    }

    /// <summary>What went over a link, in little room: the letters first.</summary>
    public static string Message(LineTraffic traffic, byte[] bytes) =>
        $"{(traffic.ToMeter ? "to" : "from")} {Legible(bytes)} {Hex(bytes)}";

    public static string Gap(FlightRecording recording) => recording.End is { } end
        ? string.Create(CultureInfo.InvariantCulture, $"{end.LeftOut:N0} {LeftOut}")
        : LeftOut;

    public static string Hex(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 3);
        foreach (var one in bytes) text.Append(text.Length > 0 ? " " : "").Append(one.ToString("X2", null));
        return text.ToString();
    }

    /// <summary>Seven bits a character, as on a token port, whose eighth is the parity.</summary>
    private static string Legible(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder("'");
        foreach (var one in bytes) text.Append((one & 0x7F) is >= 0x20 and < 0x7F and var seven ? (char)seven : '.');
        return text.Append('\'').ToString();
    }
}
