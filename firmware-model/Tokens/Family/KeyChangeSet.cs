namespace HilBench.Tokens;

/// <summary>
/// The tokens that move a meter to a new key: two, three when the supply group goes along (EA07 only), four for a
/// 128-bit key. The same change always gives the same set: nothing in it is random or dated.
/// </summary>
public static class KeyChangeSet
{
    /// <param name="newKey">The key to move to.</param>
    /// <param name="parameters">What the new key was derived from.</param>
    /// <param name="expiry">KEN of the new key.</param>
    /// <param name="rollOver">RO: the meter clears its TID store.</param>
    /// <param name="threeTokens">Adds the supply group to an EA07 set; an EA11 set always carries it.</param>
    public static IReadOnlyList<KeyChangeToken> Create(
        DecoderKey newKey, KeyParameters parameters, KeyExpiry expiry, bool rollOver, bool threeTokens)
    {
        if (newKey.Algorithm != parameters.Algorithm)
            throw new ArgumentException("The key and its parameters name different algorithms.", nameof(newKey));

        var isEa11 = newKey.Algorithm == EncryptionAlgorithm.Ea11;
        if (isEa11 && threeTokens)
            throw new ArgumentException("A set of three is for EA07; EA11 takes four.", nameof(threeTokens));

        var first = new FirstSection(
            expiry.HighNibble, parameters.Krn.Value, rollOver, threeTokens, parameters.KeyType, newKey.Word(0));
        var second = new SecondSection(expiry.LowNibble, parameters.Ti.Value, newKey.Word(isEa11 ? 3 : 1));
        var sgc = parameters.Sgc.Value;
        if (isEa11)
        {
            var third = new ThirdSection(sgc & 0xFFF, newKey.Word(1));
            return [first, second, third, new FourthSection(sgc >> 12, newKey.Word(2))];
        }

        return threeTokens ? [first, second, new SupplyGroupSection(sgc)] : [first, second];
    }

    /// <summary>The digits of a set, enciphered under the *old* key the meter still has.</summary>
    public static IReadOnlyList<TokenNumber> Write(
        IReadOnlyList<KeyChangeToken> set, DecoderKey oldKey, StaTables tables) =>
        [.. set.Select(token => TokenWriter.Write(token, oldKey, tables))];
}
