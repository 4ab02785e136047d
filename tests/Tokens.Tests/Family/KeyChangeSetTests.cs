namespace HilBench.Tokens.Tests.Family;

public class KeyChangeSetTests
{
    private static readonly KeyParameters Ea07 = new(
        MeterPan.Parse("600727000000000009"), new(123456), new(1), new(2), KeyType.Dutk, BaseDate.Year2014,
        EncryptionAlgorithm.Ea07, KeyDerivation.Dkga04);

    private static readonly KeyParameters Ea11 = Ea07 with { Algorithm = EncryptionAlgorithm.Ea11 };

    [Fact]
    public void A_key_and_parameters_of_two_algorithms_make_no_set()
    {
        var error = Assert.Throws<ArgumentException>(() => Create(DecoderKey.Ea07(1), Ea11, threeTokens: false));

        Assert.StartsWith("The key and its parameters name different algorithms.", error.Message);
        Assert.Equal("newKey", error.ParamName);
    }

    [Fact]
    public void A_long_key_has_no_set_of_three()
    {
        var error = Assert.Throws<ArgumentException>(() => Create(DecoderKey.Ea11(1), Ea11, threeTokens: true));

        Assert.StartsWith("A set of three is for EA07; EA11 takes four.", error.Message);
        Assert.Equal("threeTokens", error.ParamName);
    }

    [Fact]
    public void A_set_has_two_sections_three_with_the_supply_group_and_four_for_a_long_key()
    {
        Assert.Equal([1, 2], Create(DecoderKey.Ea07(1), Ea07, threeTokens: false).Select(t => t.Section));
        Assert.Equal([1, 2, 3], Create(DecoderKey.Ea07(1), Ea07, threeTokens: true).Select(t => t.Section));
        Assert.Equal([1, 2, 3, 4], Create(DecoderKey.Ea11(1), Ea11, threeTokens: false).Select(t => t.Section));
    }

    private static IReadOnlyList<KeyChangeToken> Create(DecoderKey key, KeyParameters parameters, bool threeTokens) =>
        KeyChangeSet.Create(key, parameters, KeyExpiry.Never, rollOver: true, threeTokens);
}
