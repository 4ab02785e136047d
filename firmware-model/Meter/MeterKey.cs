using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// The decoder key and what the meter knows about it. The base date is not here: it belongs to the vending key, and
/// the meter never learns it (docs/sts.md). The supply group reads 000000 after a two-token change.
/// </summary>
public sealed record MeterKey(
    DecoderKey Decoder,
    KeyRevision Revision,
    KeyType Type,
    TariffIndex TariffIndex,
    SupplyGroupCode SupplyGroup,
    KeyExpiry Expiry);
