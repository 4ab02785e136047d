using System.Text;

namespace HilBench.TokenPort;

/// <content>The line: sign-on, change of rate, blocks with their checks and repeats.</content>
public sealed partial class TokenPortClient
{
    /// <summary>Longer than any block: a meter that never stops is not waited for.</summary>
    private const int MostBytes = 64 * 1024;

    /// <summary>More noise than this before a block is no line to wait on.</summary>
    private const int MostNoise = 1024;

    /// <summary>An identification has 22 characters; noise may come before it.</summary>
    private const int MostBytesOfLine = 256;

    /// <summary>A line that is never quiet is given up after this, whatever it sends.</summary>
    private static readonly TimeSpan LongestMessage = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(20);

    /// <summary>Everything from <c>/?!</c> to the first block in the selected mode.</summary>
    private byte[] Select(char mode)
    {
        var identity = SignOn();
        // 7 to 9 are reserved in mode C, and used for rates above 19200: every meter can stay at 300.
        var offered = BaudCharacters.RateOf(identity.BaudCharacter) ?? BaudCharacters.First;
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
            if (!settings.DropEcho && line.AsSpan().EndsWith(request))
                throw Lost("the line gives back what is sent to it: set \"echo\" to true in the rig file");
            if (PortIdentity.FindIn(Encoding.ASCII.GetString(line)) is { } identity) return Identity = identity;
            if (line.Length > 0) heard = line;
        }

        throw heard.Length == 0
            ? Lost($"nobody answered {Times(settings.Attempts, "sign-on")} within {Seconds(settings.ReplyWait)} each "
                + "(cable? head? address? parity?)")
            : Lost($"the sign-on was answered by \"{LineBytes.Describe(heard)}\", which is not how a meter of "
                + $"IEC 62056-21 mode C introduces itself{(IsGarbage(heard) ? " (wrong baud rate or parity)" : "")}");
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
        var giveUp = clock.Now + LongestMessage;
        while (line.Count < MostBytesOfLine && Next(one, isFirst: line.Count == 0, giveUp))
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
        var (noise, giveUp) = (0, clock.Now + LongestMessage);
        while (block.Count < MostBytes && noise < MostNoise && Next(one, isFirst: block.Count == 0, giveUp))
        {
            if (block.Count == 0 && one[0] is (LineBytes.Ack or LineBytes.Nak)) return [one[0]];
            if (block.Count == 0 && one[0] is not (LineBytes.Soh or LineBytes.Stx))
            {
                noise++;
                continue;
            }

            block.Add(one[0]);
            if (block.Count > 2 && block[^2] == LineBytes.Etx) break;
        }

        return [.. block];
    }

    private bool Next(byte[] one, bool isFirst, TimeSpan giveUp) =>
        clock.Now < giveUp && link.Read(one, isFirst ? settings.ReplyWait : settings.CharacterGap) > 0;

    private static string Times(int count, string what) => count == 1 ? $"one {what}" : $"{count} {what}s";
}
