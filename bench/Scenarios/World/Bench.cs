using System.Globalization;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Scenarios.World;

/// <summary>
/// One scenario's bench: the meter as described, the vending station and, from the first thing that happens on, the
/// rig. The wall clock of every scenario starts at the same moment.
/// </summary>
public sealed class Bench(RigPlan plan, ScenarioSeed seed, RunStop stop, ScenarioFlight flight) : IDisposable
{
    /// <summary>1 November 2024, 08:00 UTC: three weeks before the first base date ran out of TIDs.</summary>
    public static readonly DateTime Begins = new(2024, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    private static readonly TimeSpan LongestRealWait = TimeSpan.FromMilliseconds(250);

    private IMeterRig? _rig;
    private TimeSpan? _bounce;
    private VendingStation? _station;
    private Int128? _creditSaid;

    public MeterDescription Meter { get; private set; } = MeterDescription.Of(plan);

    public TokenTray Tray { get; } = new();

    /// <summary>The meter has been built.</summary>
    public bool IsRunning => _rig is not null;

    /// <summary>The meter under power, which has been built.</summary>
    public IMeterRig Rig => _rig ?? throw new InvalidOperationException("the meter has not been built yet");

    public MeterProfile Profile => Meter.Profile ?? plan.Profile;

    public VendingStation Station => _station ??= Open();

    /// <summary>
    /// What the passing of time may cost in one step: some 25 seconds of a processor. A century beside an idle meter
    /// costs half of that.
    /// </summary>
    public long MostWork { get; init; } = 100_000_000;

    /// <summary>The date and time on the customer's wall, UTC.</summary>
    public DateTime Now => (plan.Begins ?? Begins) + (_rig?.Clock.Now ?? TimeSpan.Zero);

    /// <summary>An order at the vending station; what it refuses to sell is a mistake of the scenario.</summary>
    public T Order<T>(Func<VendingStation, T> order)
    {
        try
        {
            return order(Station);
        }
        catch (VendingRefusedException refused)
        {
            throw new FeatureMistakeException($"the vending station refuses: {refused.Message}");
        }
    }

    /// <summary>The credit that the scenario said last, in the units of the register.</summary>
    public Int128 CreditSaid
    {
        get => _creditSaid ?? (Profile.Accounting.IsCurrency ? Meter.Money.Units : Meter.Credit.TenthsOfKwh);
        set => _creditSaid = value;
    }

    /// <summary>Changes the meter before it exists.</summary>
    public void Describe(Func<MeterDescription, MeterDescription> change)
    {
        if (IsRunning || _station is not null)
            throw new FeatureMistakeException("the meter must be described before tokens are sold to it or it is used");
        Meter = change(Meter);
    }

    /// <summary>Credit may also be given after tokens have been sold.</summary>
    public void GiveCredit(EnergyAmount credit) => Give(meter => meter with { Credit = credit });

    public void GiveCredit(MoneyAmount credit) => Give(meter => meter with { Money = credit });

    /// <summary>Known to the keypad from the first press on.</summary>
    public void MakeKeysBounce(TimeSpan longest)
    {
        if (IsRunning) throw new FeatureMistakeException("the keys must be described before they are used");
        _bounce = longest;
    }

    /// <summary>
    /// The meter as described, manufactured and under power. The first call builds it: whatever happens to a meter, or
    /// is read from it, begins here, and from then on it cannot be described any more.
    /// </summary>
    public IMeterRig Build() => _rig ??= Start();

    /// <summary>Time passes: a century of virtual time, or ten real minutes, and both can be stopped.</summary>
    /// <exception cref="OperationCanceledException">The run is to end.</exception>
    /// <exception cref="FeatureMistakeException">The meter is kept so busy that nobody could wait for it.</exception>
    public void Pass(TimeSpan time)
    {
        StopIfAsked();
        var clock = Build().Clock;
        var begin = clock.Now;
        var most = clock.Work + MostWork;
        var isLookedUp = clock.LookUpWith(() =>
        {
            StopIfAsked();
            if (clock.Work > most) throw TooBusy(clock.Now - begin, time);
        });
        while (begin + time - clock.Now is var left && left > TimeSpan.Zero)
        {
            StopIfAsked();
            clock.Wait(isLookedUp || left < LongestRealWait ? left : LongestRealWait);
        }

        clock.LookUpWith(StopIfAsked);
    }

    /// <exception cref="OperationCanceledException">The run is to end.</exception>
    public void StopIfAsked() => stop.ThrowIfAsked();

    /// <summary>What breaks parts of the rig; building it first.</summary>
    public IFaultBox Faults => FaultsOf(Build());

    /// <summary>May be called again, and then does nothing.</summary>
    public void Dispose()
    {
        var rig = _rig;
        _rig = null;
        rig?.Dispose();
    }

    private static FeatureMistakeException TooBusy(TimeSpan passed, TimeSpan wanted) => new(
        $"this step would take too long to run: the bench gave up after {Days(passed)} of {Days(wanted)} days; "
        + "the meter has less to do in a shorter time, or with less power");

    /// <summary>A rig without them was refused before anything ran.</summary>
    private static IFaultBox FaultsOf(IMeterRig rig) =>
        rig.Faults ?? throw new StimulusNotDeliveredException("the fault", "nothing of this rig can be broken");

    private static string Days(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:#,0.#}");

    private void Give(Func<MeterDescription, MeterDescription> credit)
    {
        if (IsRunning) throw new FeatureMistakeException("the meter must get its credit before it is used");
        Meter = credit(Meter);
    }

    private VendingStation Open()
    {
        var station = new VendingStation(plan.Tables, seed.Value);
        if (Meter.VendingKey is { } key) station.Hold(Meter.Derivation, key);
        return station;
    }

    private IMeterRig Start()
    {
        var rig = flight.Build(plan with { Profile = Profile }, seed.Value, plan.Begins ?? Begins);
        try
        {
            rig.Clock.LookUpWith(StopIfAsked);
            if (_bounce is { } longest) rig.Keypad.SetBounce(longest);
            var made = Order(station => Meter.AsMade(station, Profile));
            rig.Manufacture(made);
            foreach (var planned in plan.Faults) FaultsOf(rig).Inject(planned.Fault, planned.After);
            rig.Mains.Return();
            rig.TokenPort?.Establish(Meter.Key, made, Station);
            rig.Glass.WaitUntilSettled();
            return rig;
        }
        catch
        {
            // A rig that is not kept must not keep its port or its pins either.
            rig.Dispose();
            throw;
        }
    }
}
