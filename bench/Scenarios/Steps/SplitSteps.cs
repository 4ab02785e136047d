using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>
/// A meter in two parts: what goes wrong between keypad unit and measuring unit, and what the measuring unit shows in
/// its box. The display, the buzzer and the lamps of all other sentences are the customer's.
/// </summary>
[Binding]
[Needs(Capability.Split)]
public sealed class SplitSteps(Bench bench, Witness witness, MeasuringWitness measuring)
{
    // ---- the line ----

    [When("the line to the measuring unit is lost")]
    public void WhenTheLineIsLost() => Break(new Fault(FaultKind.LineLost));

    [When("the line to the measuring unit comes back")]
    public void WhenTheLineComesBack() => Mend(FaultyPart.Line);

    /// <summary>The line is lost between an entry and its answer, and back when the entry comes again.</summary>
    [When("the line loses the next {int} answer(s) of the measuring unit")]
    public void WhenAnswersGetLost(StrikeCount count) =>
        Break(new Fault(FaultKind.AnswersLost) { Times = count.Value });

    /// <summary>The next ones that are sent, whoever sends them.</summary>
    [When("noise damages {int} byte(s) on the line to the measuring unit")]
    public void WhenBytesAreDamaged(StrikeCount count) =>
        Break(new Fault(FaultKind.LineNoise) { Times = count.Value });

    // ---- the pairing ----

    /// <summary>An installer pairs it with another meter than its own.</summary>
    [When("the keypad unit is paired with meter {string}")]
    public void WhenItIsPairedWithAnother(OtherMeter meter)
    {
        if (meter.Number == bench.Meter.Key.Pan.Drn)
            throw new FeatureMistakeException($"meter {meter.Number} is its own: \"is paired with its meter again\"");
        Break(new Fault(FaultKind.PairedWrongly) { Meter = meter.Number });
    }

    [When("the keypad unit is paired with no meter")]
    public void WhenItIsPairedWithNone() => Break(new Fault(FaultKind.PairedWrongly) { Meter = "" });

    [When("the keypad unit is paired with its meter again")]
    public void WhenItIsPairedAgain() => Mend(FaultyPart.Pairing);

    // ---- the batteries ----

    [When("the batteries of the keypad unit run low")]
    public void WhenBatteriesRunLow() => Break(new Fault(FaultKind.BatteriesLow));

    [When("the batteries of the keypad unit are flat")]
    public void WhenBatteriesAreFlat() => Break(new Fault(FaultKind.BatteriesFlat));

    [When("the batteries of the keypad unit are changed")]
    public void WhenBatteriesAreChanged() => Mend(FaultyPart.Batteries);

    [Then("the keypad unit shows the sign for low batteries")]
    public void ThenTheSignIsShown() => measuring.ExpectSign(isThere: true);

    [Then("the keypad unit shows no sign for low batteries")]
    public void ThenTheSignIsNotShown() => measuring.ExpectSign(isThere: false);

    // ---- the measuring unit ----

    /// <summary>Every line of its own display, now; blanks at the end of a line do not count.</summary>
    [Needs(Capability.MeasuringUnit)]
    [Then("the display of the measuring unit reads:")]
    public void ThenItsDisplayReads(string text) => measuring.ExpectLines(text);

    /// <summary>low-credit, load or fault; on, off or blinking.</summary>
    [Needs(Capability.Leds, Capability.MeasuringUnit)]
    [Then("the {word} LED of the measuring unit is {word}")]
    public void ThenItsLampIs(Led led, LedLight light) => measuring.ExpectLamp(led, light);

    private void Break(Fault fault)
    {
        witness.LookFromNow();
        bench.Faults.Inject(fault);
        bench.Rig.Clock.Wait(TimeSpan.Zero);
    }

    private void Mend(FaultyPart part)
    {
        witness.LookFromNow();
        bench.Faults.Mend(part);
        bench.Rig.Clock.Wait(TimeSpan.Zero);
    }
}
