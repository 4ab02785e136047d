using System.Globalization;
using HilBench.Rig.Roles;
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
    private const int LongestHold = 3_600_000;
    private const int MostTokens = 10_000;

    [When("the customer keys in the token")]
    public void WhenTheTokenIsKeyedIn() => customer.KeysIn(bench.Tray.Newest);

    [When("the customer keys in token {string}")]
    public void WhenATokenIsKeyedIn(string name) => customer.KeysIn(bench.Tray[name]);

    [When("the customer keys in code {int}")]
    public void WhenACodeIsKeyedIn(int number) => customer.KeysIn(bench.Tray.Code(number));

    [When("the customer keys in code {int} of {string}")]
    public void WhenACodeIsKeyedIn(int number, string name) => customer.KeysIn(bench.Tray.Code(number, name));

    /// <summary>These digits, whatever they are; blanks are not typed.</summary>
    [When("the customer keys in {string}")]
    public void WhenDigitsAreKeyedIn(TypedDigits typed) => customer.KeysIn(typed.Digits);

    /// <summary>Digit n from the left is typed one too high (9 becomes 0).</summary>
    [When("the customer keys in the token with digit {int} wrong")]
    public void WhenTheTokenIsKeyedInWrongly(int digit) => customer.KeysIn(WithDigitWrong(bench.Tray.Newest, digit));

    [When("the customer keys in token {string} with digit {int} wrong")]
    public void WhenATokenIsKeyedInWrongly(string name, int digit) =>
        customer.KeysIn(WithDigitWrong(bench.Tray[name], digit));

    [When("the customer keys in code {int} with digit {int} wrong")]
    public void WhenACodeIsKeyedInWrongly(int number, int digit) =>
        customer.KeysIn(WithDigitWrong(bench.Tray.Code(number), digit));

    /// <summary>Keys from the pad: 0 to 9, * (backspace) and # (Enter); blanks are for the eye.</summary>
    [Needs(Capability.Keys)]
    [When("the customer presses {string}")]
    public void WhenKeysArePressed(KeySequence keys) => customer.Presses(keys.Keys);

    [Needs(Capability.Keys)]
    [When("the customer presses Enter")]
    public void WhenEnterIsPressed() => customer.PressesEnter();

    [Needs(Capability.Keys, Capability.TimedPresses)]
    [When("the customer holds {string} for {int} milliseconds")]
    public void WhenAKeyIsHeld(KeySequence key, int milliseconds)
    {
        if (milliseconds is < 1 or > LongestHold)
            throw new FeatureMistakeException($"a key is held for 1 to {LongestHold} milliseconds");
        customer.Holds(One(key), TimeSpan.FromMilliseconds(milliseconds));
    }

    /// <summary>With several fingers; none of the keys need count.</summary>
    [Needs(Capability.Contacts)]
    [Needs(Capability.Keys)]
    [When("the customer presses {string} at the same moment")]
    public void WhenKeysArePressedTogether(KeySequence keys) => customer.PressesTogether(keys.Keys);

    /// <summary>It goes down and stays there, whatever else is pressed.</summary>
    [Needs(Capability.HeldKeys)]
    [When("the key {string} gets stuck")]
    public void WhenAKeyGetsStuck(KeySequence key)
    {
        witness.LookFromNow();
        bench.Rig.Keypad.HoldDown(One(key));
    }

    [Needs(Capability.HeldKeys)]
    [When("the key {string} comes loose")]
    public void WhenAKeyComesLoose(KeySequence key)
    {
        witness.LookFromNow();
        bench.Rig.Keypad.LetGo(One(key));
    }

    /// <summary>All digits of the set one after the other, and Enter only at the very end.</summary>
    [Needs(Capability.Keys)]
    [When("the customer types all codes in one go")]
    public void WhenAllCodesAreTypedInOneGo() => customer.KeysIn(string.Concat(bench.Tray.Codes));

    /// <summary>Twenty digits that nobody sold; the customer waits whenever the meter is locked.</summary>
    [When("the customer keys in {int} wrong tokens, each as soon as the meter takes one")]
    public void WhenWrongTokensAreKeyedIn(int count)
    {
        Demand(count);
        for (var i = 1; i <= count; i++)
        {
            var pause = i > 1 ? bench.Profile.Lockout?.LengthAfter(i - 1) : null;
            if (pause is { } locked) bench.Pass(locked);
            customer.KeysIn(string.Create(CultureInfo.InvariantCulture, $"0000000000{i:0000000000}"));
            witness.Expect(GlassAnswer.Rejected, $"wrong token {i} of {count} is refused");
        }
    }

    /// <summary>One after the other, each bought at the next free minute; each must be accepted.</summary>
    [When("the customer buys and keys in {int} tokens of {decimal} kWh")]
    public void WhenTokensAreBoughtAndKeyedIn(int count, HilBench.Tokens.EnergyAmount energy)
    {
        Demand(count);
        for (var i = 1; i <= count; i++)
        {
            vendor.SellCredit(energy, bench.Meter.Key);
            customer.KeysIn(bench.Tray.Newest);
            witness.Expect(GlassAnswer.Accepted, $"token {i} of {count} is accepted");
        }
    }

    private static char One(KeySequence key) => key.Keys.Length == 1
        ? key.Keys[0]
        : throw new FeatureMistakeException($"this is about one key, not about {key.Keys}");

    private static void Demand(int tokens)
    {
        if (tokens is < 1 or > MostTokens)
            throw new FeatureMistakeException($"{tokens} tokens: 1 to {MostTokens} are allowed");
    }

    private static string WithDigitWrong(HilBench.Tokens.TokenNumber token, int digit)
    {
        var digits = token.ToString().ToCharArray();
        if (digit < 1 || digit > digits.Length)
            throw new FeatureMistakeException($"a token has no digit {digit}: it has digits 1 to {digits.Length}");
        digits[digit - 1] = (char)('0' + ((digits[digit - 1] - '0' + 1) % 10));
        return new string(digits);
    }
}
