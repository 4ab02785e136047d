using System.Globalization;
using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>
/// The customer at the keypad. "Keys in" types the digits, presses Enter where the meter wants it, and returns when the
/// meter has answered.
/// </summary>
[Binding]
public sealed class CustomerSteps(Bench bench, Customer customer, Vendor vendor, Witness witness)
{
    [When("the customer keys in the token")]
    public void WhenTheTokenIsKeyedIn() => customer.KeysIn(bench.Tray.Newest);

    [When("the customer keys in token {string}")]
    public void WhenATokenIsKeyedIn(string name) => customer.KeysIn(bench.Tray[name]);

    [When("the customer keys in code {int}")]
    public void WhenACodeIsKeyedIn(CodeNumber code) => customer.KeysIn(bench.Tray.Code(code.Value));

    [When("the customer keys in code {int} of {string}")]
    public void WhenACodeIsKeyedIn(CodeNumber code, string name) => customer.KeysIn(bench.Tray.Code(code.Value, name));

    /// <summary>These digits, whatever they are; blanks are not typed.</summary>
    [When("the customer keys in {string}")]
    public void WhenDigitsAreKeyedIn(TypedDigits typed) => customer.KeysIn(typed.Digits);

    /// <summary>Digit n from the left is typed one too high (9 becomes 0).</summary>
    [When("the customer keys in the token with digit {int} wrong")]
    public void WhenTheTokenIsKeyedInWrongly(DigitPlace digit) =>
        customer.KeysIn(WithDigitWrong(bench.Tray.Newest, digit));

    [When("the customer keys in token {string} with digit {int} wrong")]
    public void WhenATokenIsKeyedInWrongly(string name, DigitPlace digit) =>
        customer.KeysIn(WithDigitWrong(bench.Tray[name], digit));

    [When("the customer keys in code {int} with digit {int} wrong")]
    public void WhenACodeIsKeyedInWrongly(CodeNumber code, DigitPlace digit) =>
        customer.KeysIn(WithDigitWrong(bench.Tray.Code(code.Value), digit));

    /// <summary>Keys from the pad: 0 to 9, * (backspace) and # (Enter); blanks are for the eye.</summary>
    [Needs(Capability.Keys)]
    [When("the customer presses {string}")]
    public void WhenKeysArePressed(KeySequence keys) => customer.Presses(keys.Keys);

    [Needs(Capability.Keys)]
    [When("the customer presses Enter")]
    public void WhenEnterIsPressed() => customer.PressesEnter();

    [Needs(Capability.Keys, Capability.TimedPresses)]
    [When("the customer holds {string} for {int} milliseconds")]
    public void WhenAKeyIsHeld(KeySequence key, HoldTime hold) => customer.Holds(One(key), hold.Time);

    /// <summary>With several fingers; none of the keys need count.</summary>
    [Needs(Capability.Contacts)]
    [Needs(Capability.Keys)]
    [When("the customer presses {string} at the same moment")]
    public void WhenKeysArePressedTogether(KeySequence keys) => customer.PressesTogether(keys.Keys);

    /// <summary>It goes down and stays there, whatever else is pressed.</summary>
    [Needs(Capability.HeldKeys)]
    [When("the key {string} gets stuck")]
    public void WhenAKeyGetsStuck(KeySequence key) => customer.JamsAKey(One(key));

    [Needs(Capability.HeldKeys)]
    [When("the key {string} comes loose")]
    public void WhenAKeyComesLoose(KeySequence key) => customer.FreesAKey(One(key));

    /// <summary>All digits of the set one after the other, and Enter only at the very end.</summary>
    [Needs(Capability.Keys)]
    [When("the customer types all codes in one go")]
    public void WhenAllCodesAreTypedInOneGo() => customer.KeysIn(string.Concat(bench.Tray.Codes));

    /// <summary>Twenty digits that nobody sold; the customer waits whenever the meter is locked.</summary>
    [When("the customer keys in {int} wrong tokens, each as soon as the meter takes one")]
    public void WhenWrongTokensAreKeyedIn(TokenCount count)
    {
        for (var i = 1; i <= count.Value; i++)
        {
            var pause = i > 1 ? bench.Profile.Lockout?.LengthAfter(i - 1) : null;
            if (pause is { } locked) bench.Pass(locked);
            customer.KeysIn(string.Create(CultureInfo.InvariantCulture, $"0000000000{i:0000000000}"));
            witness.Expect(GlassAnswer.Rejected, $"wrong token {i} of {count.Value} is refused");
        }
    }

    /// <summary>One after the other, each bought at the next free minute; each must be accepted.</summary>
    [When("the customer buys and keys in {int} tokens of {decimal} kWh")]
    public void WhenTokensAreBoughtAndKeyedIn(TokenCount count, HilBench.Tokens.EnergyAmount energy)
    {
        for (var i = 1; i <= count.Value; i++)
        {
            vendor.SellCredit(energy, bench.Meter.Key);
            customer.KeysIn(bench.Tray.Newest);
            witness.Expect(GlassAnswer.Accepted, $"token {i} of {count.Value} is accepted");
        }
    }

    private static char One(KeySequence key) => key.Keys.Length == 1
        ? key.Keys[0]
        : throw new FeatureMistakeException($"this is about one key, not about {Excerpt.Of(key.Keys)}");

    internal static string WithDigitWrong(HilBench.Tokens.TokenNumber token, DigitPlace place)
    {
        var digits = token.ToString().ToCharArray();
        ref var digit = ref digits[place.Value - 1];
        digit = (char)('0' + ((digit - '0' + 1) % 10));
        return new string(digits);
    }
}
