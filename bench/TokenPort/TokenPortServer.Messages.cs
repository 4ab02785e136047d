using System.Text;
using HilBench.Meter;

namespace HilBench.TokenPort;

/// <content>The messages: sign-on, option select, commands.</content>
public sealed partial class TokenPortServer
{
    private const int LongestAddress = 32;
    private const int LongestToken = 99;

    private static ReadOnlySpan<byte> Request => "/?"u8;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    private static readonly byte[] AckByte = [LineBytes.Ack];
    private static readonly byte[] NakByte = [LineBytes.Nak];

    private IReadOnlyList<PortEffect> TakeLine(ReadOnlySpan<byte> line, MeterRegisters? meter, TimeSpan now)
    {
        if (line.StartsWith(Request)) return IsForUs(line, meter) ? Identify(now) : Leave();
        return Phase == PortPhase.Identified && line.Length > 0 && line[0] == LineBytes.Ack
            ? Select(line, meter, now)
            : [];
    }

    /// <summary>
    /// <c>/?!</c> speaks to every meter, <c>/?address!</c> to one; leading zeros of an address do not count.
    /// </summary>
    private bool IsForUs(ReadOnlySpan<byte> line, MeterRegisters? meter)
    {
        var end = line.TrimEnd(LineEnd);
        if (end.Length <= Request.Length || end[^1] != (byte)'!') return false;
        var address = end[Request.Length..^1].Trim((byte)' ');
        if (address.IsEmpty) return true;
        var own = _settings.Address ?? meter?.Pan.Drn;
        return own is not null && address.Length <= LongestAddress
            && Encoding.ASCII.GetString(address.TrimStart((byte)'0'))
                .Equals(own.TrimStart('0'), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Somebody else is being called on this line: whatever stood between us and the reader is over.</summary>
    private IReadOnlyList<PortEffect> Leave() =>
        Phase == PortPhase.Listening ? [] : End("another meter is called on this line: session over");

    private IReadOnlyList<PortEffect> Identify(TimeSpan now)
    {
        Phase = PortPhase.Identified;
        (_mayWrite, _repeats) = (false, 0);
        return Reply(Encoding.ASCII.GetBytes(_settings.IdentificationLine), now, BaudCharacters.First);
    }

    /// <summary>
    /// ACK V Z Y: V is 0 (normal procedure), Z the rate, Y is 0 for a read-out and 1 for programming. An option the
    /// meter does not know is answered with a read-out at 300 baud, which every reader understands.
    /// </summary>
    private IReadOnlyList<PortEffect> Select(ReadOnlySpan<byte> line, MeterRegisters? meter, TimeSpan now)
    {
        var option = line.TrimEnd(LineEnd);
        var rate = option.Length == 4 && option[1] == '0' ? BaudCharacters.RateOf((char)option[2]) : null;
        if (rate is not { } baud || baud > _settings.Baud || option[3] is not ((byte)'0' or (byte)'1'))
            return StartReadOut(BaudCharacters.First, meter, now);
        if (option[3] == '0') return StartReadOut(baud, meter, now);
        Phase = PortPhase.Programming;
        return Reply(new PortMessage(PortMessage.Operand, $"({meter?.Pan.Drn})").ToBytes(), now, baud);
    }

    private IReadOnlyList<PortEffect> StartReadOut(int baud, MeterRegisters? meter, TimeSpan now)
    {
        Phase = PortPhase.ReadOut;
        return Reply(PortMessage.Answer(PortRegisters.ReadOut(View(meter))), now, baud);
    }

    private IReadOnlyList<PortEffect> TakeBlock(ReadOnlySpan<byte> block, MeterRegisters? meter, TimeSpan now)
    {
        if (!BlockCheck.IsWhole(block)) return ++_repeats > _settings.MostRepeats
            ? End("too many damaged messages: session dropped")
            : Reply(NakByte, now);
        _repeats = 0;
        if (PortMessage.TryParse(block) is not { } message) return Refuse(PortError.UnknownCommand, now);
        switch (message.Command)
        {
            case PortMessage.Break: return End("break");
            case PortMessage.Password: return TakePassword(message, now);
            case PortMessage.Read: return ReadRegister(message, meter, now);
            case PortMessage.Write: return WriteToken(message, meter, now);
            default: return Refuse(PortError.UnknownCommand, now);
        }
    }

    private IReadOnlyList<PortEffect> TakePassword(PortMessage message, TimeSpan now)
    {
        if (_lockedUntil is { } until && now < until) return Refuse(PortError.LockedOut, now);
        _lockedUntil = null;
        if (Parse(message) is { Values: [var password] } && password == _settings.Password)
        {
            (_wrongPasswords, _mayWrite) = (0, true);
            return Reply(AckByte, now);
        }

        _mayWrite = false;
        if (++_wrongPasswords < _settings.MostWrongPasswords) return Refuse(PortError.WrongPassword, now);
        (_wrongPasswords, _lockedUntil) = (0, now + _settings.Lockout);
        Refuse(PortError.LockedOut, now);
        return [new PortEffect.Note($"wrong password, closed for {_settings.Lockout.TotalMinutes:0} minutes")];
    }

    private IReadOnlyList<PortEffect> ReadRegister(PortMessage message, MeterRegisters? meter, TimeSpan now)
    {
        if (Parse(message) is not { } asked) return Refuse(PortError.BadValue, now);
        if (PortRegisters.ResultAt(asked.Address, View(meter)) is { } result) return Say(asked, result, now);
        if (PortRegisters.Find(asked.Address) is not { } register) return Refuse(PortError.UnknownRegister, now);
        return meter is null
            ? Refuse(PortError.MemoryFault, now)
            : Say(asked, $"({register.Read(meter, _settings)})", now);
    }

    private IReadOnlyList<PortEffect> WriteToken(PortMessage message, MeterRegisters? meter, TimeSpan now)
    {
        if (Parse(message) is not { } written) return Refuse(PortError.BadValue, now);
        if (!PortRegisters.IsToken(written.Address))
        {
            return Refuse(
                PortRegisters.Find(written.Address) is null ? PortError.UnknownRegister : PortError.ReadOnly,
                now);
        }

        if (!_mayWrite) return Refuse(PortError.PasswordWanted, now);
        if (written is not { Values: [{ Length: > 0 and <= LongestToken } digits] }
            || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return Refuse(PortError.BadValue, now);
        if (meter is null) return Refuse(PortError.MemoryFault, now);
        if (_awaitsAnswer) return Refuse(PortError.Busy, now);
        _awaitsAnswer = true;
        Reply(AckByte, now);
        return [new PortEffect.EnterToken(digits)];
    }

    private static DataSet? Parse(PortMessage message) =>
        message.Data is { } data ? DataSet.TryParse(Encoding.ASCII.GetBytes(data.Trim())) : null;

    private IReadOnlyList<PortEffect> Say(DataSet asked, string values, TimeSpan now) =>
        Reply(PortMessage.Answer(asked.Address + values), now);

    private IReadOnlyList<PortEffect> Refuse(PortError error, TimeSpan now) =>
        Reply(PortMessage.Answer(PortErrors.TextOf(error)), now);
}
