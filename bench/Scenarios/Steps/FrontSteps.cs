using HilBench.Meter;
using HilBench.Rig.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>What a customer hears from the buzzer and sees on the lamps of the meter's front.</summary>
[Binding]
public sealed class FrontSteps(FrontWitness witness)
{
    private const int MostBeeps = 20;

    /// <summary>The newest sound since the last When; a beep of 0.3 s or more is long.</summary>
    [Needs(Capability.Buzzer)]
    [Then("the buzzer gives {int} {word} beep(s)")]
    public void ThenTheBuzzerGives(int count, BeepLength length)
    {
        if (count is < 1 or > MostBeeps)
            throw new FeatureMistakeException($"a sound has 1 to {MostBeeps} beeps; for none: the buzzer stays silent");
        witness.ExpectBeeps(count, length);
    }

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
