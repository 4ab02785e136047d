using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Properties;

/// <summary>
/// What docs/sts.md and the profile generic say of a meter, written a second time and as plainly as possible: a list
/// of used TIDs, the sections typed last, and a credit. It shares only the names of the answers with the model.
/// </summary>
internal sealed class KeyChangeOracle(MeterKey key)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Dictionary<int, Slip> _pending = [];
    private readonly HashSet<int> _used = [];
    private TimeSpan _pendingSince;
    private int _floor = 1000;

    public MeterKey Key { get; private set; } = key;

    public long CreditUnits { get; private set; }

    public ResultCode Type(Slip slip, TimeSpan now)
    {
        Forget(now);
        if (slip.Test) return ResultCode.Accept;
        if (slip.From != Key.Decoder) return ResultCode.CrcError;
        return slip.Section == 0 ? Credit(slip) : Section(slip, now);
    }

    public void PowerCut() => _pending.Clear();

    private void Forget(TimeSpan now)
    {
        if (_pending.Count > 0 && now - _pendingSince >= Window) _pending.Clear();
    }

    private ResultCode Credit(Slip slip)
    {
        if (slip.Tid < _floor) return ResultCode.OldError;
        if (!_used.Add(slip.Tid)) return ResultCode.UsedError;
        CreditUnits += slip.Units;
        return ResultCode.Accept;
    }

    private ResultCode Section(Slip slip, TimeSpan now)
    {
        var known = _pending.GetValueOrDefault(slip.Section);
        if (known is not null && known != slip) _pending.Clear();
        if (known != slip) _pendingSince = now;
        _pending[slip.Section] = slip;
        return IsWhole() ? Apply() : slip.Section switch
        {
            1 => ResultCode.FirstKct,
            2 => ResultCode.SecondKct,
            _ => ResultCode.ThirdKct,
        };
    }

    private bool IsWhole() => _pending.ContainsKey(1) && _pending.ContainsKey(2)
        && (!_pending[1].Set!.ThreeTokens || _pending.ContainsKey(3));

    /// <summary>Each field from the section that carries it, whichever set that section was printed for.</summary>
    private ResultCode Apply()
    {
        var (first, second) = (_pending[1].Set!, _pending[2].Set!);
        var group = first.ThreeTokens ? _pending[3].Set!.To.SupplyGroup : new SupplyGroupCode(0);
        _pending.Clear();
        Key = new MeterKey(
            DecoderKey.FromSections(first.To.Decoder.Word(0), second.To.Decoder.Word(1)),
            first.To.Revision, first.To.Type, second.To.TariffIndex, group,
            new KeyExpiry((byte)((first.To.Expiry.HighNibble << 4) | second.To.Expiry.LowNibble)));
        if (!first.RollOver) return ResultCode.Accept;
        _used.Clear();
        _floor = 0;
        return ResultCode.Accept;
    }
}

/// <summary>A token on paper. Section 0 is a credit token, or a test token.</summary>
internal sealed record Slip(string Digits, DecoderKey From)
{
    public bool Test { get; init; }

    public int Section { get; init; }

    public SlipSet? Set { get; init; }

    public int Tid { get; init; }

    public long Units { get; init; }

    public override string ToString() =>
        Section > 0 ? $"code {Section} of {Set}" : Test ? "test" : $"TID {Tid} of {From}";
}

/// <summary>The key change a section was printed for.</summary>
internal sealed record SlipSet(MeterKey From, MeterKey To, bool RollOver, bool ThreeTokens)
{
    public override string ToString() => $"{From.Revision}->{To.Revision}";

    public IEnumerable<Slip> Slips => new Vendor(From).KeyChange(To, RollOver, ThreeTokens)
        .Select((token, index) => new Slip(token.ToString(), From.Decoder) { Section = index + 1, Set = this });
}
