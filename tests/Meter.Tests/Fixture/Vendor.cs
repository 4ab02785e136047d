using HilBench.Tokens;

namespace HilBench.Meter.Tests.Fixture;

/// <summary>
/// Makes tokens of every kind under a given key. That tokens are encoded correctly is tested with published vectors in
/// Tokens.Tests.
/// </summary>
internal sealed class Vendor(MeterKey key)
{
    public static Vendor Old { get; } = new(TestKeys.Old);

    public static Vendor New { get; } = new(TestKeys.New);

    public TokenNumber Credit(decimal kwh, int tid = 5000, CreditService service = CreditService.Electricity) =>
        Write(new CreditToken(service, 3, new(tid), TransferAmount.Of(EnergyAmount.FromKwh(kwh))));

    public TokenNumber Management(int subClass, ushort value, int tid = 5000) =>
        Write(ManagementToken.FromRaw(subClass, 3, new(tid), value)!);

    public TokenNumber Raw(TokenClass tokenClass, int subClass, ulong data) =>
        TokenWriter.Write(new ClearToken(tokenClass, subClass, data), key.Decoder, StaTables.Sample);

    public TokenNumber Write(Token token) => TokenWriter.Write(token, key.Decoder, StaTables.Sample);

    /// <summary>The sections of a change to another key, enciphered under this one; index 0 is code 1.</summary>
    public TokenNumber[] KeyChange(MeterKey to, bool rollOver = true, bool threeTokens = false)
    {
        var decoder = to.Decoder;
        var isLong = decoder.Algorithm == EncryptionAlgorithm.Ea11;
        var first = new FirstSection(
            to.Expiry.HighNibble, to.Revision.Value, rollOver, threeTokens, to.Type, decoder.Word(0));
        var second = new SecondSection(to.Expiry.LowNibble, to.TariffIndex.Value, decoder.Word(isLong ? 3 : 1));
        var group = to.SupplyGroup.Value;
        KeyChangeToken[] set = isLong
            ? [first, second, new ThirdSection(group & 0xFFF, decoder.Word(1)),
                new FourthSection(group >> 12, decoder.Word(2))]
            : threeTokens ? [first, second, new SupplyGroupSection(group)] : [first, second];
        return [.. set.Select(Write)];
    }
}
