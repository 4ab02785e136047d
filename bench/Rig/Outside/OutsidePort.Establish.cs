using HilBench.Meter;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Rig.Outside;

/// <content>
/// How a meter that cannot be made anew comes to where a scenario begins: its key by key change codes, its credit by
/// tokens.
/// </content>
public sealed partial class OutsidePort
{
    private const int MostDaysAhead = 22;
    private const int MostTokens = 10;

    private string RigFile => _settings.RigFile ?? "the rig file";

    public void Establish(KeyParameters key, MeterRegisters wanted, VendingStation station)
    {
        (_scenarioKey, _station) = (key, station);
        if (!_settings.IsVirtual)
        {
            try
            {
                DemandSellable(key);
                BringKey(station, key);
                BringCredit(station, key, wanted.Credit);
            }
            catch (VendingRefusedException refused)
            {
                throw new StimulusNotDeliveredException(
                    "the meter of this scenario",
                    $"the meter on the port cannot be brought there: the vending station refuses: {refused.Message}");
            }

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
        DemandNumber();
        DemandRevision(station);
        for (var day = 0; day < MostDaysAhead; day++)
        {
            var answer = Ask(TokenOfNothing(station, KnownKey));
            if (answer == ResultCode.Accept) return;
            if (answer is not (ResultCode.OldError or ResultCode.UsedError)) throw WrongKey(station, answer);
            _ledger.Skip(TimeSpan.FromDays(1));
        }

        throw new RigFaultException(
            $"the meter calls every token from {_settings.FirstTokenAt:yyyy-MM-dd} to {_ledger.Begins:yyyy-MM-dd} used "
            + $"or old: put a later \"firstTokenAt\" into \"meter\" of {RigFile}");
    }

    private void DemandNumber()
    {
        var number = Session().Read(_settings.MeterNumberRegister, RegisterForm.Digits).Value.Replace(" ", "");
        var pan = _settings.Key.Pan;
        if (number.TrimStart('0') != pan.Drn.TrimStart('0') && number != pan.Digits)
            throw new RigFaultException($"the meter says it is {number}; the rig file says {pan.Drn}");
    }

    private void DemandRevision(VendingStation station)
    {
        var revision = ReadKeyRevision();
        var said = _settings.Key;
        if (revision == said.Krn) return;
        var found = FindKey(station, said, revision);
        var what = found is null
            ? $"put \"keyRevision\": {revision} into \"meter\" of {RigFile}, and the \"baseDate\" that goes with it"
            : $"put {RigFileKey.Lines(found, said)} into \"meter\" of {RigFile}";
        throw new RigFaultException($"the meter has key revision {revision}, the rig file says {said.Krn}: {what}");
    }

    private RigFaultException WrongKey(VendingStation station, ResultCode answer)
    {
        var begin = $"the meter answers {LockstepDivergenceException.Name(answer)} to a token of no credit";
        return FindKey(station, _settings.Key, _settings.Key.Krn) is { } found
            ? new RigFaultException(
                $"{begin} under the key of the rig file: put {RigFileKey.Lines(found, _settings.Key)} into "
                + $"\"meter\" of {RigFile}")
            : new RigFaultException(
                $"{begin}: is its key as {RigFile} says (number, supply group, tariff index, key revision, key type, "
                + "base date, vending key)?");
    }

    private void BringCredit(VendingStation station, KeyParameters key, CreditRegister register)
    {
        var counts = _profile.Accounting;
        var wanted = register.UnitsIn(counts.Scale);
        var (credit, text) = (ReadCreditAmount(), counts.Text(wanted));
        // A meter of money may hold more than the hundredths it shows: only nothing is exactly what it says.
        if (credit > InUnit(wanted) || UnitsOf(credit) is null || (counts.IsCurrency && credit != 0))
        {
            Give(station.ClearCredit(key, ClearCreditToken.AllRegisters, _ledger.Begins), text);
            credit = 0;
        }

        var held = UnitsOf(credit)!.Value;
        for (var tokens = 0; held < wanted; tokens++)
        {
            if (tokens == MostTokens)
                throw new StimulusNotDeliveredException($"a meter that holds {text}", "that is more than ten tokens");
            var next = CarriedExactly(wanted - held);
            Give(
                counts.IsCurrency
                    ? station.Currency(key, CreditService.Electricity, next, _ledger.Begins)
                    : station.Credit(key, CreditService.Electricity, (long)next, _ledger.Begins),
                text);
            held += next;
        }
    }

    /// <summary>
    /// The most that one token carries without being rounded up. Energy and money have the same steps (IEC 62055-41),
    /// and a debit of money is rounded down.
    /// </summary>
    private Int128 CarriedExactly(Int128 wanted)
    {
        var most = _profile.Accounting.IsCurrency ? CurrencyAmount.LargestUnits : TransferAmount.LargestUnits;
        return -CurrencyAmount.AtLeast(-Int128.Min(wanted, most)).Units;
    }

    private void Give(VendedToken token, string wanted)
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
}
