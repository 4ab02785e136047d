using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>What a customer hears from the buzzer and sees on the lamps of the meter's front.</summary>
[Binding]
public sealed class FrontSteps(FrontWitness witness)
{
    /// <summary>The newest sound since the last When; a beep of 0.3 s or more is long.</summary>
    [Needs(Capability.Buzzer)]
    [Then("the buzzer gives {int} {word} beep(s)")]
    public void ThenTheBuzzerGives(BeepCount count, BeepLength length) => witness.ExpectBeeps(count.Value, length);

    /// <summary>Since the last When, and for a second more.</summary>
    [Needs(Capability.Buzzer)]
    [Then("the buzzer stays silent")]
    public void ThenTheBuzzerStaysSilent() => witness.ExpectSilence();

    /// <summary>Each key of the scenario so far.</summary>
    [Needs(Capability.Buzzer)]
    [Then("the buzzer sounds at each key")]
    public void ThenTheBuzzerSoundsAtEachKey() => witness.ExpectASoundAtEachKey();

    /// <summary>low-credit, load or fault; on, off or blinking.</summary>
    [Needs(Capability.Leds)]
    [Then("the {word} LED is {word}")]
    public void ThenTheLedIs(Led led, LedLight light) => witness.Expect(led, light);
}
