namespace HilBench.Tokens.Tests.Contract;

/// <summary>What every key derivation must do, for each algorithm it supports.</summary>
public class DerivationContract
{
    private static readonly KeyParameters Meter = new(
        MeterPan.Parse("600727000000000009"),
        SupplyGroupCode.Parse("123456"),
        TariffIndex.Parse("01"),
        new KeyRevision(1),
        KeyType.Dutk,
        BaseDate.Year1993,
        EncryptionAlgorithm.Ea07,
        KeyDerivation.Dkga02);

    public static TheoryData<KeyDerivation, EncryptionAlgorithm> All => new()
    {
        { KeyDerivation.Dkga02, EncryptionAlgorithm.Ea07 },
        { KeyDerivation.Dkga03, EncryptionAlgorithm.Ea07 },
        { KeyDerivation.Dkga04, EncryptionAlgorithm.Ea07 },
        { KeyDerivation.Dkga04, EncryptionAlgorithm.Ea11 },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void The_key_depends_on_meter_supply_group_tariff_revision_type_and_vending_key(
        KeyDerivation derivation, EncryptionAlgorithm algorithm)
    {
        var meter = Meter with { Derivation = derivation, Algorithm = algorithm };
        var keys = new[]
        {
            Derive(meter),
            Derive(meter with { Pan = MeterPan.Parse("600727111111111153") }),
            Derive(meter with { Sgc = SupplyGroupCode.Parse("123457") }),
            Derive(meter with { Ti = TariffIndex.Parse("02") }),
            Derive(meter with { Krn = new KeyRevision(2) }),
            Derive(meter with { KeyType = KeyType.Ddtk }),
            DecoderKeys.Derive(VendingKeyFor(derivation, 'c'), meter),
        };

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], Derive(meter));
        Assert.All(keys, key => Assert.Equal(algorithm, key.Algorithm));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Only_DKGA04_takes_the_base_date_into_the_key(KeyDerivation derivation, EncryptionAlgorithm algorithm)
    {
        var meter = Meter with { Derivation = derivation, Algorithm = algorithm };

        Assert.Equal(
            derivation != KeyDerivation.Dkga04,
            Derive(meter) == Derive(meter with { BaseDate = BaseDate.Year2014 }));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_vending_key_of_another_size_is_refused_with_the_size_it_needs(
        KeyDerivation derivation, EncryptionAlgorithm algorithm)
    {
        var meter = Meter with { Derivation = derivation, Algorithm = algorithm };
        foreach (var other in Enum.GetValues<KeyDerivation>().Where(d => d != derivation))
        {
            Assert.False(DecoderKeys.TryDerive(VendingKeyFor(other, 'a'), meter, out _, out var reason));
            Assert.Contains($"{DecoderKeys.VendingKeyBits(derivation)} bits", reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_vending_key_of_another_size_is_refused_with_both_sizes_and_the_digits_wanted()
    {
        var meter = Meter with { Derivation = KeyDerivation.Dkga04 };
        var key = VendingKey.Parse("abababababababab");
        var error = Assert.Throws<ArgumentException>(() => DecoderKeys.Derive(key, meter));

        Assert.Equal("DKGA04 takes a vending key of 160 bits (40 hex digits), not 64", error.Message);
    }

    [Theory]
    [InlineData(KeyDerivation.Dkga02)]
    [InlineData(KeyDerivation.Dkga03)]
    public void A_64_bit_derivation_is_refused_for_EA11(KeyDerivation derivation)
    {
        var meter = Meter with { Derivation = derivation, Algorithm = EncryptionAlgorithm.Ea11 };

        Assert.False(DecoderKeys.TryDerive(VendingKeyFor(derivation, 'a'), meter, out _, out var reason));
        Assert.Contains("EA11", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_common_key_is_the_same_for_every_meter_of_an_issuer_and_undefined_under_DKGA04()
    {
        var common = Meter with { KeyType = KeyType.Dctk };
        Assert.Equal(Derive(common), Derive(common with { Pan = MeterPan.Parse("600727111111111153") }));

        var modern = common with { Derivation = KeyDerivation.Dkga04 };
        Assert.False(DecoderKeys.TryDerive(VendingKeyFor(KeyDerivation.Dkga04, 'a'), modern, out _, out var reason));
        Assert.Contains("common key", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void DKGA03_with_two_equal_halves_is_DKGA02_without_its_last_xor()
    {
        const string half = "abababababababab";
        var single = DecoderKeys.Derive(VendingKey.Parse(half), Meter);
        var triple = DecoderKeys.Derive(
            VendingKey.Parse(half + half), Meter with { Derivation = KeyDerivation.Dkga03 });

        Assert.Equal((UInt128)0xABABABABABABABAB, single.Bits ^ triple.Bits);
    }

    private static DecoderKey Derive(KeyParameters meter) =>
        DecoderKeys.Derive(VendingKeyFor(meter.Derivation, 'a'), meter);

    private static VendingKey VendingKeyFor(KeyDerivation derivation, char digit) =>
        VendingKey.Parse(string.Concat(
            Enumerable.Range(0, DecoderKeys.VendingKeyBits(derivation) / 8).Select(i => $"{digit}{i % 10}")));
}
