using System.Device.I2c;
using HilBench.Board;
using HilBench.Meter;
using HilBench.Roles;
using Iot.Device.Adc;
using UnitsNet;

namespace HilBench.Rig.Surroundings;

/// <summary>
/// The bench's own look at the contact of the meter's load switch: the current of a test loop, measured by
/// <see cref="Ina236"/> of Iot.Device.Bindings. A contact that does not stand where the meter believes it to be is the
/// meter's fault; a loop without its supply, or with a current that fits no contact, is the bench's.
/// </summary>
public sealed class TestLoop : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A contact rests when so many looks in a row have found it at the same place.</summary>
    private const int LooksAtRest = 6;

    private readonly I2cPart _part;
    private readonly Ina236 _chip;
    private readonly TestLoopSettings _settings;
    private readonly IBenchClock _clock;

    /// <param name="device">The chip on its bus; it belongs to the loop from here on.</param>
    /// <param name="settings">The loop.</param>
    /// <param name="clock">What passes between two looks.</param>
    /// <exception cref="RigFaultException">The chip does not answer, or is another.</exception>
    public TestLoop(I2cDevice device, TestLoopSettings settings, IBenchClock clock)
    {
        if (settings.Problem() is { } problem) throw new RigFaultException(problem);
        (_settings, _clock) = (settings, clock);
        _part = new I2cPart(device, "the test loop's INA236");
        try
        {
            _chip = new Ina236(
                _part,
                ElectricResistance.FromMilliohms(settings.ShuntMilliohms),
                ElectricCurrent.FromAmperes(TestLoopSettings.FullScaleMillivolts / settings.ShuntMilliohms));
        }
        catch (InvalidOperationException other)
        {
            _part.Dispose();
            throw new RigFaultException($"the chip at {_part.Place} is not an INA236", other);
        }
        catch
        {
            _part.Dispose();
            throw;
        }
    }

    /// <summary>What flows at this moment; a contact may still be moving.</summary>
    public LoopReading Read() => new(_chip.ReadBusVoltage().Volts, _chip.ReadCurrent().Milliamperes);

    /// <summary>Waits until the contact rests, and says where.</summary>
    /// <exception cref="RigFaultException">The loop is not as the rig file says, or nothing comes to rest.</exception>
    public LoadSwitchPosition Look()
    {
        var giveUp = _clock.Now + Patience;
        LoadSwitchPosition? rests = null;
        for (var looks = 0; ; _clock.Wait(BetweenLooks))
        {
            var reading = Read();
            var position = _settings.PositionOf(reading);
            looks = position is not null && position == rests ? looks + 1 : 1;
            rests = position;
            if (rests is { } there && looks >= LooksAtRest) return there;
            if (_clock.Now < giveUp) continue;
            throw new RigFaultException(rests is null
                ? _settings.WhyNot(reading)
                : "the contact in the test loop does not come to rest");
        }
    }

    public void Dispose() => _chip.Dispose();
}
