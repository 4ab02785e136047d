using System.Device.Gpio;
using HilBench.Meter;
using HilBench.Rig.Surroundings;

namespace HilBench.Physical;

/// <summary>The contact of the load switch, opened and closed once while a test loop looks at it.</summary>
public sealed partial class RigCheck
{
    private List<CheckLine> Loop()
    {
        var testLoop = settings.TestLoop!;
        using var loop = new TestLoop(pins.Board.Device(testLoop.Address), testLoop, clock);
        using var coil = pins.Gpio.OpenPin(settings.Wiring.LoadSwitch, PinMode.Output, PinValue.Low);
        try
        {
            var open = Line(loop, "contact open", LoadSwitchPosition.Open, "it is welded, or the driver is stuck");
            coil.Write(PinValue.High);
            var closed = Line(
                loop, "contact closed", LoadSwitchPosition.Closed, "it is dead, or the coil has no current");
            return [open, closed];
        }
        finally
        {
            coil.Write(PinValue.Low);
            coil.SetPinMode(PinMode.Input);
        }
    }

    private static CheckLine Line(TestLoop loop, string what, LoadSwitchPosition wanted, string orElse)
    {
        var isRight = loop.Look() == wanted;
        return new CheckLine(what, isRight, isRight ? $"{loop.Read()}" : $"{loop.Read()}: {orElse}");
    }
}
