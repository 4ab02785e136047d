using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Rig.Outside;

/// <content>Which key the meter has, and how it comes to another one.</content>
public sealed partial class OutsidePort
{
    /// <summary>
    /// The newest first. Its token numbers are the smallest, so they spoil nothing in a meter that still counts from an
    /// older date, which calls them old.
    /// </summary>
    private static readonly BaseDate[] BaseDatesToTry = [BaseDate.Year2035, BaseDate.Year2014, BaseDate.Year1993];

    private KeyParameters KnownKey => _ledger.Key ?? throw new StimulusNotDeliveredException(
        "the meter of this scenario", "an earlier scenario left the meter under a key the bench cannot name");

    /// <summary>Gives the meter back the key of the rig file, after the last scenario.</summary>
    public void GiveKeyBack(VendingStation station)
    {
        (_station, _revision) = (station, ReadKeyRevision());
        BringKey(station, _settings.Key);
    }

    /// <summary>Nothing is done to a meter that cannot become the one the scenario speaks of.</summary>
    private void DemandSellable(KeyParameters wanted)
    {
        if (wanted.Pan != _settings.Key.Pan)
        {
            throw new StimulusNotDeliveredException(
                $"a meter with number {wanted.Pan.Drn}", $"the meter on the port has number {_settings.Key.Pan.Drn}");
        }

        if (_ledger.Begins < wanted.BaseDate.Start())
        {
            throw new StimulusNotDeliveredException(
                $"a meter with key revision {wanted.Krn} on base date {(int)wanted.BaseDate}",
                $"the run is at {_ledger.Begins:yyyy-MM-dd}, and no token is sold before its base date");
        }
    }

    private void BringKey(VendingStation station, KeyParameters wanted)
    {
        if (_revision is { } revision && _ledger.Key is { } known && revision != known.Krn)
        {
            // The port was lost in the middle of a key change: the meter took it, and nobody heard the answer.
            _ledger.Key = FindKey(station, known, revision) ?? throw new StimulusNotDeliveredException(
                "the meter of this scenario",
                $"the meter has key revision {revision} and takes no token under it; the last one known was "
                + $"{known.Krn}");
        }

        if (_ledger.HasPending) ChangeKey(station, KnownKey, KnownKey);
        _ledger.HasPending = false;
        if (KnownKey != wanted) ChangeKey(station, KnownKey, wanted);
        _ledger.Key = wanted;
    }

    private void ChangeKey(VendingStation station, KeyParameters from, KeyParameters to)
    {
        var rollOver = from.BaseDate != to.BaseDate;
        var codes = station.KeyChange(from, to, KeyExpiry.Never, rollOver, threeTokens: from.Sgc != to.Sgc);
        var answer = ResultCode.None;
        foreach (var code in codes) answer = Ask(code.ToString());
        _revision = answer == ResultCode.Accept ? to.Krn : null;
        if (answer == ResultCode.Accept) return;
        throw new StimulusNotDeliveredException(
            $"a meter with key revision {to.Krn} on base date {(int)to.BaseDate}",
            $"the meter answers {LockstepDivergenceException.Name(answer)} to the codes that would make it one");
    }

    /// <summary>A credit token of 0, in what the meter counts: it changes nothing, and shows if the key fits.</summary>
    private string TokenOfNothing(VendingStation station, KeyParameters key)
    {
        var token = _profile.Accounting.IsCurrency
            ? station.Currency(key, CreditService.Electricity, 0, _ledger.Begins)
            : station.Credit(key, CreditService.Electricity, 0, _ledger.Begins);
        return token.Number.ToString();
    }

    /// <summary>
    /// The key with this revision under which the meter reads a token of no credit; null when there is none. Each base
    /// date whose key is another one may cost a refused token, and meters count those.
    /// </summary>
    /// <param name="station">Sells the token.</param>
    /// <param name="like">What is known of the key; the meter has another one.</param>
    /// <param name="revision">The revision the meter says it has.</param>
    private KeyParameters? FindKey(VendingStation station, KeyParameters like, KeyRevision revision)
    {
        KeyParameters? readable = null;
        foreach (var baseDate in BaseDatesToTry)
        {
            var candidate = like with { Krn = revision, BaseDate = baseDate };
            if (_ledger.Begins < baseDate.Start() || station.KeyOf(candidate) == station.KeyOf(like)) continue;
            switch (Ask(TokenOfNothing(station, candidate)))
            {
                case ResultCode.Accept or ResultCode.UsedError:
                    return candidate;
                case ResultCode.OldError:
                    // The key fits; the meter counts from an older date, or sold tokens are later than this one.
                    readable = candidate;
                    break;
            }
        }

        return readable;
    }

    /// <summary>
    /// Which key the meter has now: the model knows its value, and the station every key there could be. The base date
    /// is in no register: it is the one before, or the next one when the codes said that it changes.
    /// </summary>
    private void FollowKey(TokenNumber token, MeterKey key)
    {
        if (_ledger.Key is not { } before || _station is not { } station) return;
        TokenReader.TryRead(token, station.KeyOf(before), _tables, out Token? read);
        if (read is FirstSection first) _rollsOver = first.RollOver;
        if (key.Decoder == station.KeyOf(before)) return;
        var like = before with { Krn = key.Revision, KeyType = key.Type, Ti = key.TariffIndex };
        _ledger.Key = Enum.GetValues<BaseDate>()
            .OrderBy(baseDate => _rollsOver ? baseDate <= before.BaseDate : baseDate != before.BaseDate)
            .SelectMany(baseDate => new[] { before.Sgc, key.SupplyGroup }
                .Select(group => like with { BaseDate = baseDate, Sgc = group }))
            .FirstOrDefault(candidate => station.KeyOf(candidate) == key.Decoder);
    }
}
