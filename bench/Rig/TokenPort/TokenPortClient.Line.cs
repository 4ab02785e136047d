using System.Text;

namespace HilBench.Rig.TokenPort;

/// <content>The line: sign-on, change of rate, blocks with their checks and repeats.</content>
public sealed partial class TokenPortClient
{
    /// <summary>Longer than any block: a meter that never stops is not waited for.</summary>
    private const int MostBytes = 64 * 1024;

    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(20);

    /// <summary>Everything from <c>/?!</c> to the first block in the selected mode.</summary>
    private byte[] Select(char mode)
    {
        var identity = SignOn();
        var offered = BaudCharacters.RateOf(identity.BaudCharacter)
            ?? throw Lost($"the meter offers no rate of mode C in \"{identity}\"");
        var rate = Math.Min(offered, settings.Baud);
        Send([LineBytes.Ack, (byte)'0', (byte)BaudCharacters.CharacterOf(rate), (byte)mode, .. "\r\n"u8]);
        SetBaud(rate);
        var block = ReceiveBlock();
        if (block.Length > 3) return block;
        throw Lost($"waited {Seconds(settings.ReplyWait)} at {rate} baud after the option select: wrong baud rate?");
    }

    private PortIdentity SignOn()
    {
        var request = Encoding.ASCII.GetBytes($"/?{settings.Address}!\r\n");
        byte[] heard = [];
        for (var attempt = 1; attempt <= settings.Attempts; attempt++)
        {
            if (attempt > 1) EndOldSession();
            SetBaud(BaudCharacters.First);
            link.DiscardInput();
            Send(request);
            var line = ReceiveLine();
            var text = Encoding.ASCII.GetString(line);
            if (PortIdentity.TryParse(text[Math.Max(0, text.LastIndexOf('/'))..].TrimEnd()) is { } identity)
                return Identity = identity;
            if (line.Length > 0) heard = line;
        }

        throw heard.Length == 0
            ? Lost($"nobody answered {settings.Attempts} sign-ons within {Seconds(settings.ReplyWait)} each "
                + "(cable? head? address? parity?)")
            : Lost($"what answers the sign-on is no identification: {LineBytes.Describe(heard)}"
                + (IsGarbage(heard) ? " (wrong baud rate or parity)" : ""));
    }

    /// <summary>A reader that died left the meter in programming mode at the higher rate.</summary>
    private void EndOldSession()
    {
        SetBaud(settings.Baud);
        Send(new PortMessage(PortMessage.Break, null).ToBytes());
    }

    private static bool IsGarbage(byte[] heard) =>
        heard.Count(value => value is >= LineBytes.Damage or < (byte)' ' and not (13 or 10)) * 4 > heard.Length;

    private void SetBaud(int baud)
    {
        _baud = baud;
        link.SetBaud(baud);
    }

    /// <summary>Returns when the last character has left, so that the rate may be changed.</summary>
    private void Send(ReadOnlySpan<byte> bytes)
    {
        link.Write(bytes);
        clock.Wait(link.IsTimed ? LineBytes.TimeOnLine(bytes.Length, _baud) + Margin : TimeSpan.Zero);
        if (settings.DropEcho) DropEcho(bytes);
    }

    private void DropEcho(ReadOnlySpan<byte> sent)
    {
        var one = new byte[1];
        foreach (var expected in sent)
        {
            if (link.Read(one, settings.CharacterGap) == 0 || one[0] != expected)
                throw Lost("the head was to echo what is sent and does not: set echo to false");
        }
    }

    private byte[] ReceiveLine()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line.Count < MostBytes && Next(one, isFirst: line.Count == 0))
        {
            line.Add(one[0]);
            if (one[0] == LineBytes.LineFeed) break;
        }

        return [.. line];
    }

    /// <summary>A block, ACK or NAK; damaged blocks are asked for again; empty = nothing came.</summary>
    private byte[] ReceiveBlock()
    {
        for (var attempt = 1; ; attempt++)
        {
            var block = ReceiveOnce();
            if (block.Length <= 1 || BlockCheck.IsWhole(block)) return block;
            if (attempt == settings.Attempts)
                throw Lost($"{attempt} blocks in a row arrived damaged, such as {LineBytes.Describe(block)}");
            Send([LineBytes.Nak]);
        }
    }

    private byte[] ReceiveOnce()
    {
        var block = new List<byte>();
        var one = new byte[1];
        while (block.Count < MostBytes && Next(one, isFirst: block.Count == 0))
        {
            if (block.Count == 0 && one[0] is (LineBytes.Ack or LineBytes.Nak)) return [one[0]];
            if (block.Count == 0 && one[0] is not (LineBytes.Soh or LineBytes.Stx)) continue;
            block.Add(one[0]);
            if (block.Count > 2 && block[^2] == LineBytes.Etx) break;
        }

        return [.. block];
    }

    private bool Next(byte[] one, bool isFirst) =>
        link.Read(one, isFirst ? settings.ReplyWait : settings.CharacterGap) > 0;
}
