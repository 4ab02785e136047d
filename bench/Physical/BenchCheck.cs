using HilBench.Rig.Fingers;
using HilBench.Rig.Surroundings;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>The self-check of a physical rig, on the meter's thread between two of its steps.</summary>
internal static class BenchCheck
{
    /// <param name="shown">What the meter's program wrote last.</param>
    public static SelfCheck Look(
        MeterOnPins meter, GpioRigSettings settings, Crosspoint? crosspoint, TestLoop? loop,
        IReadOnlyList<string> shown)
    {
        var (looked, wrong) = (new List<string>(), new List<string>());
        Try("chips on I2C", settings.Chips().Count > 0, () => MissingChips(meter, settings));
        Try("contacts of the crosspoint switch", crosspoint is not null, () => Contacts(crosspoint!));
        Try("test loop", loop is not null, () => Loop(loop!));
        Try("pad at rest", settings.HasKeypad, () => Pad(meter));
        Try("display's memory", settings.Wiring.Display.CanReadBack, () => Display(meter, shown));
        return new SelfCheck(looked, wrong);

        void Try(string what, bool isThere, Func<string?> look)
        {
            if (!isThere) return;
            looked.Add(what);
            try
            {
                if (look() is { } problem) wrong.Add(problem);
            }
            catch (Exception fault) when (fault is RigFaultException or IOException)
            {
                wrong.Add(fault.Message);
            }
        }
    }

    private static string? MissingChips(MeterOnPins meter, GpioRigSettings settings)
    {
        if (meter.Pins.I2c is not { } bus) return "there is no I2C bus";
        I2cBuses.Demand(bus, settings.I2cBus, settings.Chips());
        return null;
    }

    private static string? Contacts(Crosspoint crosspoint)
    {
        crosspoint.OpenAll();
        return null;
    }

    /// <summary>A loop that is fed and at rest is right; where the contact stands is the meter's business.</summary>
    private static string? Loop(TestLoop loop)
    {
        loop.Look();
        return null;
    }

    private static string? Pad(MeterOnPins meter)
    {
        var down = meter.Board.KeysDown;
        return down.Length == 0 ? null : $"pad: {string.Join(' ', down.ToCharArray())} is down, stuck or shorted";
    }

    private static string? Display(MeterOnPins meter, IReadOnlyList<string> shown) =>
        meter.Board.DisplayHolds(shown) == false
            ? $"display: it does not hold \"{string.Join('|', shown).Trim()}\", which was written to it"
            : null;
}
