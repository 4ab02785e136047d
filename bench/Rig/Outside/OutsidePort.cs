using System.Globalization;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Rig.Outside;

/// <summary>
/// The bench's side of somebody else's meter: tokens go in, answers come out, and the model in lockstep is asked the
/// same. The first answer that differs ends the scenario.
/// </summary>
public sealed partial class OutsidePort : ITokenPort, IDisposable
{
    private const int UnitsPerKwh = 10;
    private const int UnitsPerCurrency = 100_000;
    private const decimal MostCredit = 1_000_000_000_000m;

    private static readonly RegisterForm Revision = RegisterForm.Whole("a key revision, 1 to 9", 1, 9);

    private static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(45);

    private readonly TokenPortClient _client;
    private readonly OutsideSettings _settings;
    private readonly OutsideLedger _ledger;
    private readonly IBenchClock _clock;
    private readonly MeterProfile _profile;
    private readonly StaTables _tables;
    private readonly List<MeterAnswer> _answers = [];
    private ModelOracle? _oracle;
    private KeyParameters? _scenarioKey;
    private VendingStation? _station;
    private KeyRevision? _revision;
    private TimeSpan _spokeAt;
    private bool _rollsOver;

    public OutsidePort(
        TokenPortClient client, OutsideSettings settings, OutsideLedger ledger, IBenchClock clock,
        MeterProfile profile, StaTables tables)
    {
        (_client, _settings, _ledger, _clock) = (client, settings, ledger, clock);
        (_profile, _tables) = (profile, tables);
    }

    public IReadOnlyList<MeterAnswer> Answers => _answers;

    /// <summary>The newest answer, as a person reads it.</summary>
    public string Newest { get; private set; } = "no token yet";

    public ResultCode Enter(string digits)
    {
        var at = _clock.Now;
        var answer = Ask(digits);
        _answers.Add(new MeterAnswer(answer, _clock.Now));
        Newest = $"{(int)answer:D2} {ResultCodes.NameOf(answer)}";
        if (_oracle is null) return answer;
        var model = _oracle.Enter(digits, at);
        _oracle.Note(answer);
        // A meter that refused what the model took still has the key it had.
        if (model == answer && TokenNumber.TryParse(digits, out var token))
            FollowKey(token, _oracle.Registers.Key);
        if (!_settings.Lockstep) return answer;
        if (model != answer)
        {
            throw Diverged(
                $"token {_oracle.History.Count(step => step.Mains is null)} of this scenario: the model answers "
                + $"{LockstepDivergenceException.Name(model)}, the meter {LockstepDivergenceException.Name(answer)}");
        }

        Compare();
        return answer;
    }

    public string ReadCredit()
    {
        var (counts, credit) = (_profile.Accounting, ReadCreditAmount());
        if (UnitsOf(credit) is { } units) return counts.Text(units);
        var number = credit.ToString("0.0##########", CultureInfo.InvariantCulture);
        return $"{number} {counts.Unit}".TrimEnd();
    }

    public KeyRevision ReadKeyRevision()
    {
        var text = Session().Read(_settings.KeyRevisionRegister, Revision).Value;
        _revision = new KeyRevision(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        return _revision.Value;
    }

    /// <summary>The mains of the meter has failed, or it has had its time to start again.</summary>
    public void Mains(bool isOn)
    {
        if (!isOn) _client.Abandon();
        _oracle?.Mains(isOn, _clock.Now);
    }

    public void Dispose()
    {
        _ledger.HasPending = _oracle is { Registers.Pending.IsEmpty: false };
        _ledger.Advance(_clock.Now);
        try
        {
            _client.Close();
        }
        catch (Exception e) when (e is RigFaultException or OperationCanceledException)
        {
            // The scenario has its verdict already, and the meter ends the session by itself.
        }
    }

    private ResultCode Ask(string digits)
    {
        try
        {
            return (ResultCode)Session().Enter(digits).Number;
        }
        catch (PortRefusedException refused)
        {
            throw new StimulusNotDeliveredException("the token", refused.Message);
        }
    }

    /// <summary>
    /// The client with its session open. A meter ends a session in which nothing is said for a minute or more, so one
    /// that has been quiet for long is opened anew.
    /// </summary>
    private TokenPortClient Session()
    {
        if (_client.IsOpen && _clock.Now - _spokeAt > StaleAfter) _client.Close();
        if (!_client.IsOpen) _client.Open();
        _spokeAt = _clock.Now;
        return _client;
    }

    /// <summary>In kilowatt-hours, or in the profile's currency.</summary>
    private decimal ReadCreditAmount()
    {
        var counts = _profile.Accounting;
        var form = new RegisterForm(
            counts.IsCurrency ? $"an amount of {counts.Unit}" : "a number of kWh",
            set => AmountIn(set.Value) is > -MostCredit and < MostCredit);
        return AmountIn(Session().Read(_settings.CreditRegister, form).Value)!.Value;
    }

    /// <summary>Null when the text is no amount of what the profile counts.</summary>
    private decimal? AmountIn(string text)
    {
        if (!RegisterForm.TryQuantity(text, out var number, out var unit)) return null;
        // Meters write the unit in capitals or not: kWh, KWH, kwh.
        decimal? energy = unit.ToUpperInvariant() switch
        {
            "KWH" => number,
            "WH" => number / 1000,
            "MWH" => number * 1000,
            _ => null,
        };
        if (_profile.Accounting.IsCurrency) return energy is null ? number : null;
        return unit.Length == 0 ? number : energy;
    }

    /// <summary>
    /// In whole units of a token (0.1 kWh, 0.00001 of the currency); null when it is not a whole number of them.
    /// </summary>
    private Int128? UnitsOf(decimal amount)
    {
        var units = amount * (_profile.Accounting.IsCurrency ? UnitsPerCurrency : UnitsPerKwh);
        return units == decimal.Truncate(units) ? (Int128)units : null;
    }

    private decimal InUnit(Int128 units) =>
        (decimal)units / (_profile.Accounting.IsCurrency ? UnitsPerCurrency : UnitsPerKwh);

    private string TextOf(CreditRegister credit) =>
        _profile.Accounting.Text(credit.UnitsIn(_profile.Accounting.Scale));

    private void Compare()
    {
        var model = _oracle!.Registers;
        var (held, wanted) = (ReadCredit(), TextOf(model.Credit));
        if (held != wanted) throw Diverged($"after this token the model holds {wanted}, the meter {held}");
        var revision = ReadKeyRevision();
        if (revision != model.Key.Revision)
            throw Diverged($"after this token the model has key revision {model.Key.Revision}, the meter {revision}");
    }

    private LockstepDivergenceException Diverged(string what) => new(
        what,
        _oracle!,
        LockstepScript.Write(
            _oracle!, _scenarioKey!, _settings.VendingKey,
            new ProfileInScript(_settings.NameOrFileOf(_profile), _profile.Accounting.Scale)));
}
