using CsCheck;

namespace HilBench.Tokens.Tests.Properties;

/// <summary>The meter reads what vending writes, for any token and key.</summary>
public class RoundTripProperties
{
    public static TheoryData<string> Kinds => [.. TokenGen.Kinds.Select(k => k.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_written_token_is_read_as_it_was(string kind) =>
        Gen.Select(TokenGen.Kinds.Single(k => k.Kind == kind).Gen, TokenGen.Key).Sample((token, key) =>
            AssertRoundTrip(token, key));

    [Fact]
    public void The_sections_that_depend_on_the_algorithm_are_read_as_they_were()
    {
        var twelve = Gen.Int[0, 0xFFF];
        Gen.Select(Gen.Int[0, 0xFFFFFF], Gen.Int[0, 0xFFFFF], Gen.ULong).Sample((sgc, padding, key) =>
            AssertRoundTrip(new SupplyGroupSection(sgc, padding), DecoderKey.Ea07(key)));
        Gen.Select(twelve, Gen.UInt, Gen.ULong).Sample((sgc, word, key) =>
        {
            AssertRoundTrip(new ThirdSection(sgc, word), DecoderKey.Ea11(key));
            AssertRoundTrip(new FourthSection(sgc, word), DecoderKey.Ea11(key));
        });
    }

    [Fact]
    public void Any_66_bits_are_read_without_a_fault_and_what_reads_well_writes_back_the_same() =>
        Gen.Select(TokenGen.Bits66, TokenGen.Key).Sample((bits, key) =>
        {
            var number = new TokenNumber(bits);
            var result = TokenReader.TryRead(number, key, StaTables.Sample, out Token? token);
            Assert.Equal(result == ReadResult.Ok, token is not null);
            if (token is not null)
                Assert.Equal(number, TokenWriter.Write(token, key, StaTables.Sample));
        });

    [Fact]
    public void Any_class_sub_class_and_data_survive_the_typed_layer_and_unknown_ones_stay_themselves()
    {
        var clear = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 15], Gen.ULong[0, ClearToken.DataMask], (c, sub, data) =>
            new ClearToken((TokenClass)c, sub, data));
        Gen.Select(clear, Gen.Enum<EncryptionAlgorithm>()).Sample((token, algorithm) =>
            Assert.Equal(token, Token.From(token, algorithm).ToClear()));
    }

    [Fact]
    public void Under_another_key_a_token_does_not_read() =>
        Gen.Select(TokenGen.Kinds[0].Gen, Gen.ULong, Gen.ULong[1, ulong.MaxValue]).Sample((token, bits, change) =>
        {
            var number = TokenWriter.Write(token, DecoderKey.Ea07(bits), StaTables.Sample);
            var other = DecoderKey.Ea07(bits ^ change);

            // One in 65,536 wrong keys passes the CRC by chance; then at least the content must differ.
            if (TokenReader.TryRead(number, other, StaTables.Sample, out Token? read) == ReadResult.Ok)
                Assert.NotEqual(token, read);
        });

    private static void AssertRoundTrip(Token token, DecoderKey key)
    {
        var number = TokenWriter.Write(token, key, StaTables.Sample);
        Assert.Equal(token.Class, number.Class);
        Assert.Equal(ReadResult.Ok, TokenReader.TryRead(number, key, StaTables.Sample, out Token? read));
        Assert.Equal(token, read);
    }
}
