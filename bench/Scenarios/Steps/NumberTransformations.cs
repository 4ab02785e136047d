using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>
/// Numbers of a feature within the limits of what they count; pure, so that mistakes show before anything runs.
/// </summary>
[Binding]
public static class NumberTransformations
{
    private const int MostWatts = 1_000_000;

    [StepArgumentTransformation]
    public static Watts Power(string watts) =>
        new((int)WholeNumber.Within(watts, 0, MostWatts, range => $"watts must be {range}"));

    [StepArgumentTransformation]
    public static KeyExpiry Expiry(string number) =>
        new((byte)WholeNumber.Within(number, 0, byte.MaxValue, range => $"a key expiry number is {range}"));

    [StepArgumentTransformation]
    public static BounceTime Bounce(string milliseconds) => BounceTime.Of(milliseconds);

    [StepArgumentTransformation]
    public static HoldTime Hold(string milliseconds) => HoldTime.Of(milliseconds);

    [StepArgumentTransformation]
    public static Milliseconds InMilliseconds(string count) => Milliseconds.Of(count);

    [StepArgumentTransformation]
    public static CutCount Cuts(string count) => CutCount.Of(count);

    [StepArgumentTransformation]
    public static Seconds InSeconds(string count) => Seconds.Of(count);

    [StepArgumentTransformation]
    public static Minutes InMinutes(string count) => Minutes.Of(count);

    [StepArgumentTransformation]
    public static Hours InHours(string count) => Hours.Of(count);

    [StepArgumentTransformation]
    public static Days InDays(string count) => Days.Of(count);

    [StepArgumentTransformation]
    public static TokenCount Tokens(string count) => TokenCount.Of(count);

    [StepArgumentTransformation]
    public static CodeNumber Code(string number) => CodeNumber.Of(number);

    [StepArgumentTransformation]
    public static DigitPlace Digit(string place) => DigitPlace.Of(place);

    [StepArgumentTransformation]
    public static BeepCount Beeps(string count) => BeepCount.Of(count);

    [StepArgumentTransformation]
    public static ClearedRegister Register(string number) => ClearedRegister.Of(number);

    [StepArgumentTransformation]
    public static TestNumber Test(string number) => TestNumber.Of(number);

    [StepArgumentTransformation]
    public static MakerCode Maker(string code) => MakerCode.Of(code);

    [StepArgumentTransformation]
    public static MainsVolts Volts(string number) => MainsVolts.Of(number);

    [StepArgumentTransformation]
    public static OddClass Class(string number) => OddClass.Of(number);

    [StepArgumentTransformation]
    public static OddSubClass SubClass(string number) => OddSubClass.Of(number);

    [StepArgumentTransformation]
    public static RawValue Value(string number) => RawValue.Of(number);

    [StepArgumentTransformation]
    public static EventCount Events(string count) => EventCount.Of(count);

    [StepArgumentTransformation]
    public static CountedEvent Counted(string word) => CountedEvent.Of(word);

    [StepArgumentTransformation]
    public static ServiceAmount Service(string amount) => ServiceAmount.Of(amount);

    [StepArgumentTransformation]
    public static Weeks InWeeks(string count) => Weeks.Of(count);

    [StepArgumentTransformation]
    public static FirstDigits First(string count) => FirstDigits.Of(count);

    [StepArgumentTransformation]
    public static KeyPause Pause(string seconds) => KeyPause.Of(seconds);

    [StepArgumentTransformation]
    public static PressCount Presses(string count) => PressCount.Of(count);

    [StepArgumentTransformation]
    public static AfterEnter After(string seconds) => AfterEnter.Of(seconds);

    [StepArgumentTransformation]
    public static WatchTime Watched(string seconds) => WatchTime.Of(seconds);

    [StepArgumentTransformation]
    public static FlickerCount Flickers(string count) => FlickerCount.Of(count);

    [StepArgumentTransformation]
    public static FlickerTime Flickering(string seconds) => FlickerTime.Of(seconds);

    [StepArgumentTransformation]
    public static GlassLine LineOfGlass(string number) => GlassLine.Of(number);
}
