using HilBench.Campaign.Plans;
using HilBench.Campaign.Tally;
using HilBench.Tokens;

namespace HilBench.Campaign.Houses;

/// <summary>
/// What the utility's records say of one meter, and what is sold by them. What is wrong in a record is wrong from the
/// day on which the codes are ready: before, the meter was bought for without trouble.
/// </summary>
internal sealed class VendingRecord
{
    private const int RightGroup = 123456;
    private const int WrongGroup = 123465;
    private const int RightIndex = 1;
    private const int WrongIndex = 2;
    private const int RandomNumbers = 16;

    private readonly CampaignPlan _plan;
    private readonly KeyBook _keys;
    private readonly StaTables _tables;
    private readonly long _meter;
    private readonly DateTime _begins;
    private DecoderKey? _oldKey;
    private DecoderKey? _newKey;
    private int _lastTid = -1;
    private int _sold;

    public VendingRecord(CampaignPlan plan, KeyBook keys, StaTables tables, long meter)
    {
        (_plan, _keys, _tables, _meter) = (plan, keys, tables, meter);
        _begins = plan.Begins.ToDateTime(default, DateTimeKind.Utc);
        TrueOld = Parameters(meter, RightGroup, RightIndex, isNew: false, plan.Keys.FromBase);
    }

    /// <summary>What the meter really holds on the first day.</summary>
    public KeyParameters TrueOld { get; }

    /// <summary>What is wrong; none until the codes are ready, and after somebody corrected it.</summary>
    public Cause Wrong { get; private set; }

    /// <summary>The records say that the meter holds the new key already.</summary>
    public bool IsTakenForUpdated => Wrong == Cause.KeyRevision;

    private KeyExpiry Expiry => Wrong == Cause.ExpiredKey ? ExpiryThatIsPast() : KeyExpiry.Never;

    private BaseDate NewBase => Wrong == Cause.BaseDate ? _plan.Keys.FromBase : _plan.Keys.ToBase;

    public void GoWrong(Cause wrong) => Become(wrong);

    public void Correct() => Become(Cause.None);

    /// <summary>The codes to the new key, from the key that the records believe in.</summary>
    /// <param name="from">The key the meter holds, when somebody has read it off; null = what the records say.</param>
    public IReadOnlyList<TokenNumber> Codes(DecoderKey? from = null)
    {
        var newKey = NewKey();
        var oldKey = from ?? OldKey();
        var parameters = RecordOf(isNew: true);
        var set = KeyChangeSet.Create(
            newKey, parameters, Expiry, rollOver: newKey != oldKey, _plan.Keys.ThreeCodes);
        return KeyChangeSet.Write(set, oldKey, _tables);
    }

    public Paper Sell(int units, long now, bool isNew)
    {
        var baseDate = isNew ? NewBase : _plan.Keys.FromBase;
        var tid = TokenIdentifier.From(_begins.AddSeconds(now), baseDate);
        // Two tokens of one minute: the later one takes the next.
        if (tid.Value == _lastTid) tid = TokenIdentifier.From(_begins.AddSeconds(now + 120), baseDate);
        _lastTid = tid.Value;
        var amount = TransferAmount.AtLeast(units);
        // The four random bits: any will do, and these are the same for each what-if.
        var random = (int)((_meter + _sold++) % RandomNumbers);
        var token = new CreditToken(CreditService.Electricity, random, tid, amount);
        var number = TokenWriter.Write(token, isNew ? NewKey() : OldKey(), _tables);
        return new Paper(number, (int)amount.Units, isNew);
    }

    public DecoderKey OldKey() => _oldKey ??= _keys.Old(RecordOf(isNew: false));

    public DecoderKey NewKey() => _newKey ??= _keys.New(RecordOf(isNew: true));

    private void Become(Cause wrong)
    {
        Wrong = wrong;
        (_oldKey, _newKey) = (null, null);
    }

    private KeyParameters RecordOf(bool isNew) => Parameters(
        Wrong == Cause.MeterNumber ? NeighbourOf(_meter) : _meter,
        Wrong == Cause.SupplyGroup ? WrongGroup : RightGroup,
        Wrong == Cause.TariffIndex ? WrongIndex : RightIndex,
        isNew,
        isNew ? NewBase : _plan.Keys.FromBase);

    /// <summary>The meter next door; of two neighbours each is the other's.</summary>
    public static long NeighbourOf(long meter) => meter ^ 1;

    private KeyParameters Parameters(long meter, int group, int index, bool isNew, BaseDate baseDate) => new(
        KeyBook.PanOf(meter), new SupplyGroupCode(group), new TariffIndex(index),
        isNew ? _plan.Keys.To : _plan.Keys.From, KeyType.Dutk, baseDate, EncryptionAlgorithm.Ea07,
        _plan.Keys.Derivation);

    /// <summary>The number that was valid until the eight bits of the day before the plan.</summary>
    private KeyExpiry ExpiryThatIsPast()
    {
        var high = TokenIdentifier.From(_begins, _plan.Keys.ToBase).HighByte;
        return new KeyExpiry((byte)Math.Max(0, high - 1));
    }
}

/// <summary>A token on a slip or in a message. Units are tenths of a kilowatt-hour.</summary>
internal sealed class Paper(TokenNumber number, int units, bool isNew)
{
    public TokenNumber Number { get; } = number;

    public int Units { get; } = units;

    /// <summary>Made under the new key.</summary>
    public bool IsNew { get; } = isNew;

    /// <summary>Put away, until the credit has run out.</summary>
    public bool IsPutAway { get; set; }
}
