using System.Globalization;
using HilBench.Tokens;
using SeededRandom = HilBench.Chips.SeededRandom;

namespace HilBench.Vending;

/// <summary>
/// The test vending station. It alone owns vending keys; a meter only ever sees tokens. It sells like a real one: a
/// second token of the same minute takes the next free minute of that decoder key, nothing is sold under an expired
/// key, and the same key change always gives the same set.
/// </summary>
/// <param name="tables">The EA07 tables of the meters it sells for.</param>
/// <param name="seed">
/// The four random bits of each token come from it alone: the same seed sells the same tokens on every release of .NET,
/// which a <see cref="Random"/> does not promise.
/// </param>
public sealed class VendingStation(StaTables tables, ulong seed)
{
    private const int RandomNumbers = 16;

    private readonly SeededRandom _random = SeededRandom.For(seed, "vending station");

    private readonly Dictionary<KeyDerivation, VendingKey> _vendingKeys = Enum.GetValues<KeyDerivation>()
        .ToDictionary(derivation => derivation, TestKey);

    private readonly Dictionary<DecoderKey, HashSet<TokenIdentifier>> _taken = [];

    /// <summary>The public test keys: no installed meter uses them.</summary>
    public static VendingKey TestKey(KeyDerivation derivation) => VendingKey.Parse(derivation switch
    {
        KeyDerivation.Dkga02 => "abababababababab",
        KeyDerivation.Dkga03 => "abababababababab9494949494949494",
        KeyDerivation.Dkga04 => "abababababababab949494949494949401234567",
        _ => throw new ArgumentOutOfRangeException(nameof(derivation)),
    });

    /// <summary>Replaces the test key of one derivation.</summary>
    /// <exception cref="VendingRefusedException">The key has the wrong size for the derivation.</exception>
    public void Hold(KeyDerivation derivation, VendingKey key)
    {
        var wanted = DecoderKeys.VendingKeyBits(derivation);
        _vendingKeys[derivation] = key.Bits == wanted
            ? key
            : throw new VendingRefusedException(
                $"DKGA0{(int)derivation} takes a vending key of {wanted} bits, not {key.Bits}.");
    }

    /// <summary>The key a meter with these parameters holds.</summary>
    public DecoderKey KeyOf(KeyParameters parameters) =>
        DecoderKeys.TryDerive(_vendingKeys[parameters.Derivation], parameters, out var key, out var reason)
            ? key
            : throw new VendingRefusedException(reason + ".");

    /// <param name="expiry">KEN of the vending key when the station knows it; null sells without asking.</param>
    public VendedToken Credit(KeyParameters key, EnergyAmount energy, DateTime issued, KeyExpiry? expiry = null) =>
        Credit(key, CreditService.Electricity, energy.TenthsOfKwh, issued, expiry);

    /// <param name="units">0.1 kWh, 0.1 m³ or 0.1 min; rounded up to the next amount a token can carry.</param>
    public VendedToken Credit(
        KeyParameters key, CreditService service, long units, DateTime issued, KeyExpiry? expiry = null)
    {
        if (units is < 0 or > TransferAmount.LargestUnits)
        {
            var most = Said(TransferAmount.LargestUnits, service);
            throw new VendingRefusedException($"A credit token carries 0 to {most}, not {Said(units, service)}.");
        }

        var amount = TransferAmount.AtLeast(units);
        return Issue(key, issued, expiry, (rnd, tid) => new CreditToken(service, rnd, tid, amount));
    }

    /// <param name="units">Whole units of 0.00001 of the currency; negative takes credit away.</param>
    public VendedToken Currency(
        KeyParameters key, CreditService service, Int128 units, DateTime issued, KeyExpiry? expiry = null)
    {
        var amount = CurrencyAmount.AtLeast(units);
        return Issue(key, issued, expiry, (_, tid) => new CurrencyCreditToken(service, tid, amount));
    }

    public VendedToken ClearCredit(KeyParameters key, ushort register, DateTime issued, KeyExpiry? expiry = null) =>
        Issue(key, issued, expiry, (rnd, tid) => new ClearCreditToken(rnd, tid, register));

    public VendedToken ClearTamper(KeyParameters key, DateTime issued, KeyExpiry? expiry = null) =>
        Issue(key, issued, expiry, (rnd, tid) => new ClearTamperToken(rnd, tid));

    public VendedToken MaximumPowerLimit(KeyParameters key, Watts limit, DateTime issued, KeyExpiry? expiry = null)
    {
        RequireLimit(limit);
        return Issue(key, issued, expiry, (rnd, tid) => new MaximumPowerLimitToken(rnd, tid, limit));
    }

    public VendedToken PhaseUnbalanceLimit(KeyParameters key, Watts limit, DateTime issued, KeyExpiry? expiry = null)
    {
        RequireLimit(limit);
        return Issue(key, issued, expiry, (rnd, tid) => new PhaseUnbalanceLimitToken(rnd, tid, limit));
    }

    /// <summary>Any token with a TID, built from the random bits and the TID the station gives it.</summary>
    public VendedToken Issue(
        KeyParameters key, DateTime issued, KeyExpiry? expiry, Func<int, TokenIdentifier, Token> content)
    {
        var decoderKey = KeyOf(key);
        var (tid, minute) = NextFree(decoderKey, issued, key.BaseDate);
        if (expiry is { } ken && ken.IsExpiredAt(tid))
            throw new VendingRefusedException($"The vending key expired (KEN {ken}): no token for TID {tid} is sold.");

        Taken(decoderKey).Add(tid);
        var token = content((int)_random.NextBelow(RandomNumbers), tid);
        return new VendedToken(TokenWriter.Write(token, decoderKey, tables), token, tid, minute);
    }

    /// <summary>
    /// The tokens that move a meter from one key to another, under the old one: two; three with the supply group;
    /// four for EA11. They are sold even when the old key has expired: a key change is the way out of that.
    /// </summary>
    public IReadOnlyList<TokenNumber> KeyChange(
        KeyParameters from, KeyParameters to, KeyExpiry expiry, bool rollOver, bool threeTokens = false)
    {
        if (from.Algorithm != to.Algorithm)
            throw new VendingRefusedException(
                $"No set of tokens moves a meter from {from.Algorithm} to {to.Algorithm}.");
        if (threeTokens && to.Algorithm == EncryptionAlgorithm.Ea11)
            throw new VendingRefusedException("A set of three is for EA07; EA11 takes four.");

        var (oldKey, newKey) = (KeyOf(from), KeyOf(to));
        if (rollOver && oldKey == newKey)
            throw new VendingRefusedException("A rollover must come with a changed key.");
        return KeyChangeSet.Write(KeyChangeSet.Create(newKey, to, expiry, rollOver, threeTokens), oldKey, tables);
    }

    /// <summary>A test token, which is the same for every meter of a maker. Number 0 asks for every test.</summary>
    public static TokenNumber Test(int number, int subClass = 0, int manufacturerCode = 0) =>
        TokenWriter.Write(TestToken.OfTest(number, subClass, manufacturerCode));

    private (TokenIdentifier Tid, DateTime Minute) NextFree(DecoderKey key, DateTime issued, BaseDate baseDate)
    {
        if (issued < baseDate.Start())
            throw new VendingRefusedException($"{issued:yyyy-MM-dd HH:mm} is before the base date {(int)baseDate}.");

        var taken = Taken(key);
        var minute = issued;
        while (taken.Contains(TokenIdentifier.From(minute, baseDate)))
            minute = minute.AddMinutes(1);
        var tid = TokenIdentifier.From(minute, baseDate);
        return (tid, TokenIdentifier.IssueMinute(minute));
    }

    private HashSet<TokenIdentifier> Taken(DecoderKey key)
    {
        if (!_taken.TryGetValue(key, out var taken))
            _taken.Add(key, taken = []);
        return taken;
    }

    private static void RequireLimit(Watts limit)
    {
        if (limit.Value < 0 || limit.Value > TransferAmount.LargestUnits)
            throw new VendingRefusedException(string.Create(
                CultureInfo.InvariantCulture,
                $"A power limit must be 0 to {TransferAmount.LargestUnits:N0} W, not {limit.Value:N0} W."));
    }

    /// <summary>An amount with its unit; a token counts tenths of it.</summary>
    private static string Said(long units, CreditService service)
    {
        var unit = service switch
        {
            CreditService.Electricity => "kWh",
            CreditService.Time => "minutes",
            _ => "m³",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{units / 10m:N1} {unit}");
    }
}
