using HilBench.Roles;
using HilBench.Scenarios.World;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>
/// A token that is typed in parts or slowly, keys that are pressed again and again, and mains that fails after Enter.
/// </summary>
[Binding]
[Needs(Capability.Keys)]
public sealed class EntrySteps(Bench bench, Customer customer)
{
    /// <summary>Without Enter; the rest of the digits may follow.</summary>
    [When("the customer types the first {int} digit(s) of the token")]
    public void WhenTheTokenIsBegun(FirstDigits digits) => customer.Begins(bench.Tray.Newest, digits.Value);

    [When("the customer types the first {int} digit(s) of token {string}")]
    public void WhenATokenIsBegun(FirstDigits digits, string name) =>
        customer.Begins(bench.Tray[name], digits.Value);

    [When("the customer types the first {int} digit(s) of code {int}")]
    public void WhenACodeIsBegun(FirstDigits digits, CodeNumber code) =>
        customer.Begins(bench.Tray.Code(code.Value), digits.Value);

    /// <summary>Those after the first ones, and Enter, until the meter has answered.</summary>
    [When("the customer keys in the remaining digits")]
    public void WhenTheRestIsKeyedIn() => customer.Ends();

    /// <summary>So long between two keys, Enter included.</summary>
    [When("the customer keys in the token with {int} second(s) between the keys")]
    public void WhenTheTokenIsKeyedInSlowly(KeyPause pause) =>
        customer.KeysInSlowly(bench.Tray.Newest, pause.Time);

    [When("the customer keys in code {int} with {int} second(s) between the keys")]
    public void WhenACodeIsKeyedInSlowly(CodeNumber code, KeyPause pause) =>
        customer.KeysInSlowly(bench.Tray.Code(code.Value), pause.Time);

    /// <summary>One key, or several in their order, from the beginning each time.</summary>
    [When("the customer presses {string} {int} times")]
    public void WhenKeysArePressedAgainAndAgain(KeySequence keys, PressCount times) =>
        customer.Presses(KeySequence.Of(string.Concat(Enumerable.Repeat(keys.Keys, times.Value))).Keys);

    /// <summary>So long after the last key; the mains is still off afterwards.</summary>
    [Needs(Capability.Mains)]
    [When("the customer keys in the token and the mains fails {decimal} second(s) after Enter")]
    public void WhenTheMainsFailsAfterTheToken(AfterEnter time) =>
        customer.KeysInAndTheMainsFails(bench.Tray.Newest, time.Time);

    [Needs(Capability.Mains)]
    [When("the customer keys in code {int} and the mains fails {decimal} second(s) after Enter")]
    public void WhenTheMainsFailsAfterTheCode(CodeNumber code, AfterEnter time) =>
        customer.KeysInAndTheMainsFails(bench.Tray.Code(code.Value), time.Time);
}
