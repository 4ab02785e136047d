using System.Device.Gpio;
using HilBench.Chips;
using HilBench.Physical;
using HilBench.Rig.Surroundings;
using HilBench.Rig.Tests.Surroundings;
using HilBench.Rig.Virtual;

namespace HilBench.Rig.Tests.Physical;

/// <summary>
/// The end of a process ends every rig in it, also that of a test that runs at the same time, whose pins would be
/// released in the middle of a key press. So nothing runs beside these tests.
/// </summary>
[Collection(Alone)]
public class LastWillTests
{
    private const string Alone = "the end of the process";

    [Fact]
    public void The_last_will_opens_the_contacts_and_lets_go_of_the_pins_of_a_process_that_is_about_to_die()
    {
        using var pi = new EmulatedPi(EmulatedPi.WithCrosspoint);
        pi.Rig.Mains.Return();
        pi.Rig.Keypad.HoldDown('5');
        Assert.Equal(1, pi.Chips.Crosspoint!.ClosedCount);
        LastWill.Execute();
        Assert.Equal(0, pi.Chips.Crosspoint!.ClosedCount);
        Assert.Equal(PinMode.Input, pi.Header.ModeOf(pi.Settings.Wiring.LoadSwitch));
    }

    [Fact]
    public void The_last_will_switches_off_the_mains_of_a_meter_under_test()
    {
        var board = new LiveRelayBoard(new MainsRelaySettings(Line: 0));
        using var power = new MeterPower(
            new MainsRelaySettings(Line: 0), () => board.Open(MainsRelaySettings.FirstAddress),
            new VirtualClock(new VirtualTime()));
        power.Return();
        Assert.True(board.Module.IsClosed);
        LastWill.Execute();
        Assert.False(board.Module.IsClosed);
        Assert.False(power.IsOn);
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public class NothingBesideIt;
}
