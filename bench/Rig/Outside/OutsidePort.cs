using System.Globalization;
using HilBench.Meter;
using HilBench.Rig.Board;
using HilBench.Rig.Files;
using HilBench.Rig.Roles;
using HilBench.Rig.TokenPort;
using HilBench.Rig.Vending;
using HilBench.Tokens;

namespace HilBench.Rig.Outside;

/// <summary>
/// The bench's side of somebody else's meter: tokens go in, answers come out, and the model in lockstep is asked the
/// same. The first answer that differs ends the scenario.
/// </summary>
internal sealed partial class OutsidePort : ITokenPort, IDisposable
{
    private const int UnitsPerKwh = 10;
    private const int UnitsPerCurrency = 100_000;
    private const decimal MostCredit = 1_000_000_000_000m;

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
    private TimeSpan _spokeAt;

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
        FollowKey(_oracle.Registers.Key);
        if (!_settings.Lockstep) return answer;
        if (model != answer)
        {
            throw Diverged(
                $"token {_oracle.History.Count} of this scenario: the model answers "
                + $"{LockstepDivergenceException.Name(model)}, the meter {LockstepDivergenceException.Name(answer)}");
        }

        Compare();
        return answer;
    }

    public string ReadCredit() => _profile.Accounting.Text(ReadCreditUnits());

    public KeyRevision ReadKeyRevision()
    {
        var text = Session().Read(_settings.KeyRevisionRegister).Value;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && KeyRevision.TryFrom(number) is { } revision
                ? revision
                : throw new RigFaultException(
                    $"register {_settings.KeyRevisionRegister}: \"{text}\" is no key revision");
    }

    public void Dispose()
    {
        _ledger.HasPending = _oracle is { Registers.Pending.IsEmpty: false };
        _ledger.Advance(_clock.Now);
        try
        {
            _client.Close();
        }
        catch (RigFaultException)
        {
            // The scenario has its verdict already; the meter drops the session by itself.
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

    /// <summary>The client with its session open: a meter drops one that says nothing for a minute or more.</summary>
    private TokenPortClient Session()
    {
        if (_client.IsOpen && _clock.Now - _spokeAt > StaleAfter) _client.Close();
        if (!_client.IsOpen) _client.Open();
        _spokeAt = _clock.Now;
        return _client;
    }

    /// <summary>In units of the profile: 0.1 kWh, or 0.00001 of the currency.</summary>
    private Int128 ReadCreditUnits()
    {
        var (counts, text) = (_profile.Accounting, Session().Read(_settings.CreditRegister).Value);
        var perUnit = counts.IsCurrency ? UnitsPerCurrency : UnitsPerKwh;
        return decimal.TryParse(
            text.Split('*')[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount < MostCredit && amount * perUnit == decimal.Truncate(amount * perUnit)
                ? (Int128)(amount * perUnit)
                : throw new RigFaultException(
                    $"register {_settings.CreditRegister}: \"{text}\" is no credit in "
                    + (counts.IsCurrency ? counts.Unit : "0.1 kWh"));
    }

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
            new ProfileInScript(ProfileFiles.Names.Contains(_profile.Name)
                ? _profile.Name
                : _settings.ProfileFile ?? _profile.Name, _profile.Accounting.Scale)));
}
