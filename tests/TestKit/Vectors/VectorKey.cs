using HilBench.Tokens;

namespace HilBench.TestKit.Vectors;

/// <summary>The key fields of a case, as the files spell them.</summary>
public sealed record VectorKey
{
    public required int Dkga { get; init; }

    public required int Ea { get; init; }

    public required string Vk { get; init; }

    public required string Pan { get; init; }

    public required string Sgc { get; init; }

    public required string Ti { get; init; }

    public required int Krn { get; init; }

    public required int Kt { get; init; }

    public required int Base { get; init; }

    public KeyParameters ToParameters() => new(
        MeterPan.Parse(Pan),
        SupplyGroupCode.Parse(Sgc),
        TariffIndex.Parse(Ti),
        new KeyRevision(Krn),
        (KeyType)Kt,
        (BaseDate)Base,
        (EncryptionAlgorithm)Ea,
        (KeyDerivation)Dkga);

    public DecoderKey Derive() => DecoderKeys.Derive(VendingKey.Parse(Vk), ToParameters());
}
