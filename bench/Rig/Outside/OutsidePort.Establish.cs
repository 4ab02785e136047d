using HilBench.Meter;
using HilBench.Rig.Roles;
using HilBench.Rig.Vending;
using HilBench.Tokens;

namespace HilBench.Rig.Outside;

/// <content>
/// How a meter that cannot be made anew comes to where a scenario begins: its key by key change codes, its credit by
/// tokens.
/// </content>
internal sealed partial class OutsidePort
{
    private const int MostDaysAhead = 22;
    private const int MostTokens = 10;
    private const long MostUnits = 18_201_624;

    /// <summary>Where the steps of a credit token's amount grow, in 0.1 kWh, and to what (IEC 62055-41).</summary>
    private static readonly (long Foot, long Step)[] Steps = [(1_818_624, 1_000), (180_224, 100), (16_384, 10), (0, 1)];

    private KeyParameters KnownKey => _ledger.Key ?? throw new StimulusNotDeliveredException(
        "the meter of this scenario", "an earlier scenario left the meter under a key the bench cannot name");

    public void Establish(KeyParameters key, MeterRegisters wanted, VendingStation station)
    {
        (_scenarioKey, _station) = (key, station);
        if (!_settings.IsVirtual)
        {
            if (_ledger.HasPending) ChangeKey(station, KnownKey, KnownKey);
            _ledger.HasPending = false;
            if (KnownKey != key) ChangeKey(station, KnownKey, key);
            _ledger.Key = key;
            BringCredit(station, key, wanted.Credit.Shown);
            Verify(wanted);
            wanted = wanted with { Tids = TidStore.Empty(_profile.TidStoreSize) };
        }

        _oracle = new ModelOracle(_profile, _tables, wanted, _clock.Now);
        Newest = "no token yet";
    }

    /// <summary>
    /// Before anything runs: the meter answers, is the one the rig file names, and takes a token of the date the run
    /// begins with. A token of no credit finds that out; later days are tried while it is old or used.
    /// </summary>
    public void Prepare(VendingStation station)
    {
        var number = Session().Read(_settings.MeterNumberRegister).Value;
        if (number != _settings.Key.Pan.Drn && number != _settings.Key.Pan.Digits)
            throw new RigFaultException($"the meter says it is {number}; the rig file says {_settings.Key.Pan.Drn}");
        var revision = ReadKeyRevision();
        if (revision != _settings.Key.Krn)
        {
            throw new RigFaultException(
                $"the meter has key revision {revision}; the rig file says {_settings.Key.Krn} (meter.keyRevision)");
        }

        for (var day = 0; day < MostDaysAhead; day++)
        {
            var answer = Ask(station.Credit(KnownKey, default, _ledger.Begins).Number.ToString());
            if (answer == ResultCode.Accept) return;
            if (answer is not (ResultCode.OldError or ResultCode.UsedError))
            {
                throw new RigFaultException(
                    $"the meter answers {LockstepDivergenceException.Name(answer)} to a token of no credit: is its key "
                    + "as the rig file says (number, supply group, tariff index, revision, base date, vending key)?");
            }

            _ledger.Skip(TimeSpan.FromDays(1));
        }

        throw new RigFaultException($"the meter calls every token up to {_ledger.Begins:yyyy-MM-dd} used or old");
    }

    private void ChangeKey(VendingStation station, KeyParameters from, KeyParameters to)
    {
        var rollOver = from.BaseDate != to.BaseDate;
        var codes = station.KeyChange(from, to, KeyExpiry.Never, rollOver, threeTokens: from.Sgc != to.Sgc);
        var answer = ResultCode.None;
        foreach (var code in codes) answer = Ask(code.ToString());
        if (answer == ResultCode.Accept) return;
        throw new StimulusNotDeliveredException(
            $"a meter with key revision {to.Krn} on base date {(int)to.BaseDate}",
            $"the meter answers {LockstepDivergenceException.Name(answer)} to the codes that would make it one");
    }

    private void BringCredit(VendingStation station, KeyParameters key, EnergyAmount wanted)
    {
        var credit = new EnergyAmount((long)ReadCreditUnits());
        if (credit > wanted)
        {
            Give(station.ClearCredit(key, ClearCreditToken.AllRegisters, _ledger.Begins), wanted);
            credit = EnergyAmount.Zero;
        }

        for (var tokens = 0; credit < wanted; tokens++)
        {
            if (tokens == MostTokens)
                throw new StimulusNotDeliveredException($"a meter that holds {wanted}", "that is more than ten tokens");
            var next = CarriedExactly(wanted - credit);
            Give(station.Credit(key, next, _ledger.Begins), wanted);
            credit += next;
        }
    }

    /// <summary>The most that one token carries without being rounded up.</summary>
    private static EnergyAmount CarriedExactly(EnergyAmount wanted)
    {
        var (foot, step) = Steps.First(range => wanted.TenthsOfKwh >= range.Foot);
        return new EnergyAmount(Math.Min(MostUnits, wanted.TenthsOfKwh - ((wanted.TenthsOfKwh - foot) % step)));
    }

    private void Give(VendedToken token, EnergyAmount wanted)
    {
        var answer = Ask(token.Number.ToString());
        if (answer != ResultCode.Accept)
        {
            throw new StimulusNotDeliveredException(
                $"a meter that holds {wanted}",
                $"the meter answers {LockstepDivergenceException.Name(answer)} to the token that would bring it there");
        }
    }

    private void Verify(MeterRegisters wanted)
    {
        var (credit, revision) = (ReadCredit(), ReadKeyRevision());
        var text = TextOf(wanted.Credit);
        if (credit != text) throw new StimulusNotDeliveredException($"a meter that holds {text}", $"it holds {credit}");
        if (revision != wanted.Key.Revision)
        {
            throw new StimulusNotDeliveredException(
                $"a meter with key revision {wanted.Key.Revision}", $"it has {revision}");
        }
    }

    /// <summary>
    /// Which key the meter has now: the model knows its value, and the station every key there could be. The base date
    /// is in no register, so it is found by trying.
    /// </summary>
    private void FollowKey(MeterKey key)
    {
        if (_ledger.Key is not { } before || _station is not { } station) return;
        if (key.Decoder == station.KeyOf(before)) return;
        var like = before with { Krn = key.Revision, KeyType = key.Type, Ti = key.TariffIndex };
        _ledger.Key = Enum.GetValues<BaseDate>()
            .SelectMany(baseDate => new[] { before.Sgc, key.SupplyGroup }
                .Select(group => like with { BaseDate = baseDate, Sgc = group }))
            .FirstOrDefault(candidate => station.KeyOf(candidate) == key.Decoder);
    }
}
