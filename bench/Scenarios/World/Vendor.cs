using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Scenarios.World;

/// <summary>Sells to the customer of this scenario and puts the slips on the tray.</summary>
public sealed class Vendor(Bench bench)
{
    private const int MostOfTwoDigits = 99;

    private readonly List<KeyParameters> _changedTo = [];

    /// <summary>The meter's key under another revision and base date; the derivation stays.</summary>
    public KeyParameters KeyUnder(KeyRevision revision, BaseDate baseDate) =>
        bench.Meter.Key with { Krn = revision, BaseDate = baseDate };

    /// <summary>
    /// With which base dates the scenario speaks of this key: that of the meter as described, or of a key change to it.
    /// </summary>
    public IReadOnlyList<BaseDate> BaseDatesOf(DecoderKey key) =>
    [
        .. _changedTo.Prepend(bench.Meter.Key).Where(one => bench.Order(station => station.KeyOf(one)) == key)
            .Select(one => one.BaseDate).Distinct(),
    ];

    public KeyParameters KeyWith(MeterSettings settings) => settings.Apply(bench.Meter).Key;

    public void SellCredit(EnergyAmount energy, KeyParameters key, string? name = null, DateTime? issued = null)
    {
        Sell(station => station.Credit(key, energy, issued ?? bench.Now), name);
        bench.Tray.NoteRounding(energy.ToString(), new EnergyAmount(TransferAmount.Of(energy).Units).ToString());
    }

    public void SellService(CreditService service, long units, string? name) =>
        Sell(station => station.Credit(bench.Meter.Key, service, units, bench.Now), name);

    public void SellMoney(MoneyAmount amount, string? name, KeyParameters? key = null, DateTime? issued = null)
    {
        Sell(station => station.Currency(
            key ?? bench.Meter.Key, CreditService.Electricity, amount.Units, issued ?? bench.Now), name);
        var carried = new MoneyAmount((long)CurrencyAmount.AtLeast(amount.Units).Units);
        bench.Tray.NoteRounding(amount.ToString(), carried.ToString());
    }

    public void SellClearCredit(
        string? name, ushort register = ClearCreditToken.AllRegisters, KeyParameters? key = null,
        DateTime? issued = null) =>
        Sell(station => station.ClearCredit(key ?? bench.Meter.Key, register, issued ?? bench.Now), name);

    public void SellClearTamper(string? name, KeyParameters? key = null, DateTime? issued = null) =>
        Sell(station => station.ClearTamper(key ?? bench.Meter.Key, issued ?? bench.Now), name);

    public void SellPowerLimit(Watts limit, string? name, KeyParameters? key = null, DateTime? issued = null)
    {
        Sell(station => station.MaximumPowerLimit(key ?? bench.Meter.Key, limit, issued ?? bench.Now), name);
        NoteRounding(limit);
    }

    public void SellUnbalanceLimit(Watts limit, string? name)
    {
        Sell(station => station.PhaseUnbalanceLimit(bench.Meter.Key, limit, bench.Now), name);
        NoteRounding(limit);
    }

    /// <summary>A public token: it is printed in manuals, not sold.</summary>
    public void TakeTestToken(TestNumber test, MakerCode maker, string? name)
    {
        var subClass = maker.Value > MostOfTwoDigits ? 1 : 0;
        var last = TestToken.ControlBits(subClass);
        if (test.Value > last)
        {
            throw new FeatureMistakeException(
                $"there is no test {test.Value}: this kind of token has tests 0 (all) to {last}");
        }

        bench.Tray.Put(VendingStation.Test(test.Value, subClass, maker.Value), name);
    }

    /// <summary>A token that this kind of meter has no use for.</summary>
    public void SellOdd(TokenClass tokenClass, int subClass, ushort value)
    {
        if (OwnSentence(tokenClass, subClass) is { } sentence)
        {
            throw new FeatureMistakeException(
                $"a token of class {(int)tokenClass} and sub-class {subClass} has a sentence of its own: {sentence}");
        }

        if (tokenClass == TokenClass.Test)
        {
            var clear = new ClearToken(tokenClass, subClass, value);
            bench.Tray.Put(TokenWriter.Write(clear, default, StaTables.Sample), null);
            return;
        }

        Sell(
            station => station.Issue(
                bench.Meter.Key, bench.Now, expiry: null,
                (rnd, tid) => Token.From(
                    new ClearToken(tokenClass, subClass, Data(rnd, tid, value)), bench.Meter.Encryption)),
            name: null);
    }

    private static string? OwnSentence(TokenClass tokenClass, int subClass) => (tokenClass, subClass) switch
    {
        (TokenClass.Credit, 0) => "a 25.6 kWh credit token",
        (TokenClass.Credit, < 4) => "a 25.6 m3 water credit token",
        (TokenClass.Credit, < 8) => "a credit token of 250.00 in currency",
        (TokenClass.Test, < 2) => "the token for test 4",
        (TokenClass.Management, 0) => "a maximum power limit token of 5000 W",
        (TokenClass.Management, 1) => "a clear credit token",
        (TokenClass.Management, 3 or 4 or 8 or 9) => "the two key change codes to key revision 2 on base date 2014",
        (TokenClass.Management, 5) => "a clear tamper token",
        (TokenClass.Management, 6) => "a phase unbalance limit token of 2000 W",
        _ => null,
    };

    private static ulong Data(int rnd, TokenIdentifier tid, ushort value) =>
        ((ulong)rnd << (TokenIdentifier.Bits + 16)) | ((ulong)tid.Value << 16) | value;

    /// <summary>The new key never expires.</summary>
    public void MakeCodes(SetSize size, MeterDescription from, KeyParameters to, string? name = null) =>
        MakeCodes(size, from, to, KeyExpiry.Never, name);

    public void MakeCodes(SetSize size, MeterDescription from, MeterDescription to, string? name = null) =>
        MakeCodes(size, from, to.Key, to.Expiry, name);

    public void MakeCodes(SetSize size, MeterDescription from, KeyParameters to, KeyExpiry expiry, string? name)
    {
        var isLong = to.Algorithm == EncryptionAlgorithm.Ea11;
        if (isLong != (size == SetSize.Four))
        {
            throw new FeatureMistakeException(isLong
                ? "a key change under EA11 has four codes"
                : "a key change under EA07 has two codes, or three with the supply group");
        }

        // TIDs count from the base date, so a new base date is what a rollover is for.
        var rollOver = from.BaseDate != to.BaseDate;
        _changedTo.Add(to);
        bench.Tray.PutCodes(
            bench.Order(station => station.KeyChange(from.Key, to, expiry, rollOver, size == SetSize.Three)), name);
    }

    private void NoteRounding(Watts limit) =>
        bench.Tray.NoteRounding($"{limit.Value} W", $"{TransferAmount.Of(limit).Units} W");

    private void Sell(Func<VendingStation, VendedToken> order, string? name) =>
        bench.Tray.Put(bench.Order(order).Number, name);
}
