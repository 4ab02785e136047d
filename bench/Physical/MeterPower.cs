using System.Device.I2c;
using HilBench.Rig.Surroundings;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>
/// The mains of a real meter behind a relay of the bench, for a whole run: off when the run begins, on while scenarios
/// speak to the meter, off at the end and when the process dies. A meter needs its time from the mains to its first
/// answer, so it is not switched off between two scenarios.
/// </summary>
/// <param name="settings">The relay.</param>
/// <param name="open">Its chip on its bus; asked once, when the mains is first needed.</param>
/// <param name="clock">What the meter's start takes.</param>
public sealed class MeterPower(MainsRelaySettings settings, Func<I2cDevice> open, IBenchClock clock)
    : IMains, IDisposable
{
    /// <summary>A supply that was on shortly before has to run dry, or the meter never noticed.</summary>
    private static readonly TimeSpan Dry = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);

    private MainsRelay? _relay;
    private LastWill? _will;

    /// <summary>Told after the mains has failed (false) and after the meter has had its time to start (true).</summary>
    public Action<bool> Changed { get; set; } = static _ => { };

    /// <summary>Ends the waiting for the meter.</summary>
    public CancellationToken Stop { get; set; }

    /// <summary>Finds the chip; a test has one that no kernel knows.</summary>
    internal Func<I2cDevice> Open { get; set; } = open;

    public bool IsOn => _relay is { IsOn: true };

    public bool HasPlannedCut => false;

    public void Fail()
    {
        if (!IsOn) return;
        _relay!.Off();
        Changed(false);
        Wait(Dry);
    }

    /// <summary>Returns when the meter has had its time to start.</summary>
    public void Return()
    {
        if (IsOn) return;
        if (_relay is null)
        {
            _relay = new MainsRelay(Open(), settings);
            _will = new LastWill(_relay.Off);
            Wait(Dry);
        }

        _relay.On();
        Wait(settings.Boot);
        Changed(true);
    }

    public void FailDuringNextSave(TimeSpan after) => throw new StimulusNotDeliveredException(
        "the mains failure", "a relay is too slow to hit a save of some milliseconds");

    public void CancelPlannedCut()
    {
    }

    /// <summary>Off. Whoever needs the meter again may say so by <see cref="Return"/>.</summary>
    public void Dispose()
    {
        try
        {
            _relay?.Dispose();
        }
        finally
        {
            _relay = null;
            _will?.Dispose();
            _will = null;
        }
    }

    private void Wait(TimeSpan time)
    {
        for (var end = clock.Now + time; clock.Now < end; clock.Wait(Blink)) Stop.ThrowIfCancellationRequested();
    }
}
