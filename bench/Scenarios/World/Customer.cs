using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Scenarios.World;

/// <summary>Presses keys as a customer does, one after the other, and then looks at the glass.</summary>
public sealed class Customer(Bench bench, Witness witness)
{
    /// <summary>A page of the store takes 5 ms to write: half of it is the middle of the first page.</summary>
    private static readonly TimeSpan MiddleOfTheFirstPage = TimeSpan.FromMilliseconds(2.5);

    private static readonly TimeSpan NormalGap = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<char> _stuck = [];

    /// <summary>The digits of a token that are not typed yet; null when none was begun.</summary>
    private string? _rest;

    /// <summary>Types a token, presses Enter where there is one, and watches until the meter answers.</summary>
    public void KeysIn(TokenNumber token) => KeysIn(token.ToString());

    public void KeysIn(string digits)
    {
        if (bench.Build().TokenPort is { } port)
        {
            bench.StopIfAsked();
            witness.Hear(port.Enter(digits));
            return;
        }

        Presses(digits + Enter);
        witness.AwaitAnswer();
    }

    /// <summary>Types so many digits from the left and no Enter.</summary>
    public void Begins(TokenNumber token, int digits)
    {
        bench.Build();
        var all = token.ToString();
        _rest = all[digits..];
        Presses(all[..digits]);
        if (_rest.Length == 0 && Enter is null) witness.AwaitAnswer();
    }

    /// <summary>Types what is left of the token that was begun, and Enter, and waits for the answer.</summary>
    public void Ends()
    {
        var rest = _rest ?? throw new FeatureMistakeException(
            "no token was begun: a line like `When the customer types the first 7 digits of the token` must come "
            + "before");
        if (rest.Length == 0 && Enter is null)
            throw new FeatureMistakeException("all digits were typed, and this meter has no Enter key");
        _rest = null;
        KeysIn(rest);
    }

    /// <summary>Types a token with a pause between any two keys.</summary>
    public void KeysInSlowly(TokenNumber token, TimeSpan pause)
    {
        bench.Build();
        var keys = $"{token}{Enter}";
        foreach (var key in keys[..^1])
        {
            bench.StopIfAsked();
            bench.Rig.Keypad.Press(key);
            bench.Pass(pause);
        }

        Presses(keys[^1..]);
        witness.AwaitAnswer();
    }

    /// <summary>Types a token, and the mains fails so long after the last key.</summary>
    public void KeysInAndTheMainsFails(TokenNumber token, TimeSpan after)
    {
        var (rig, mains) = (bench.Build(), bench.Rig.Mains);
        if (!mains.IsOn) throw new FeatureMistakeException("the mains is off already");
        Presses($"{token}{Enter}");
        var pressed = rig.Keypad.Log[^1];
        var left = (pressed.SeenAt ?? pressed.PressedAt) + after - rig.Clock.Now;
        if (left < TimeSpan.Zero)
            throw new StimulusNotDeliveredException("the mains failure", "the last key took longer than that");
        bench.Pass(left);
        mains.Fail();
        if (mains.IsOn) throw new StimulusNotDeliveredException("the mains failure", "the mains did not go");
    }

    /// <summary>
    /// Types a token, and the mains fails in the middle of the first page that the meter stores for it.
    /// </summary>
    public void KeysInAndTheMainsFails(TokenNumber token)
    {
        var mains = bench.Build().Mains;
        mains.FailDuringNextSave(MiddleOfTheFirstPage);
        KeysIn(token);
        if (!mains.HasPlannedCut) return;
        mains.CancelPlannedCut();
        throw new StimulusNotDeliveredException("the mains failure", "the meter stored nothing after this token");
    }

    /// <summary>
    /// Presses these keys; what the glass shows from the last of them on is what the scenario asks about.
    /// </summary>
    public void Presses(string keys)
    {
        foreach (var key in keys.AsSpan(0, keys.Length - 1))
        {
            bench.StopIfAsked();
            bench.Build().Keypad.Press(key);
        }

        bench.StopIfAsked();
        var mark = bench.Build().Glass.Mark();
        var receipt = bench.Build().Keypad.Press(keys[^1]);
        witness.LookFrom(mark, receipt.SeenAt ?? bench.Build().Clock.Now);
    }

    /// <summary>Presses Enter, where there is one.</summary>
    public void PressesEnter()
    {
        var profile = bench.Profile;
        if (profile.Pad.Enter is not { } enter)
            throw new FeatureMistakeException($"a meter of profile \"{profile.Name}\" has no Enter key");
        Presses(enter.ToString());
    }

    /// <summary>Presses several keys at the same moment; whether the meter takes any of them is to be seen.</summary>
    public void PressesTogether(string keys)
    {
        witness.LookFromNow();
        bench.Build().Keypad.PressTogether(keys);
    }

    /// <summary>Presses keys one after the other; whether the meter takes any of them is to be seen.</summary>
    public void TriesKeys(string keys)
    {
        witness.LookFromNow();
        foreach (var key in keys)
        {
            bench.StopIfAsked();
            bench.Build().Keypad.PressTogether(key.ToString());
        }
    }

    /// <summary>
    /// Types digits and presses Enter where there is one, whether the meter takes them or not, and watches until it
    /// answers, if it does. Something happens after so many digits.
    /// </summary>
    public void TriesToKeyIn(string digits, int before, Action happens)
    {
        bench.Build();
        TriesKeys(digits[..before]);
        happens();
        bench.Build().Clock.Wait(NormalGap);
        TriesKeys(digits[before..] + Enter);
        witness.AwaitAnswerIfAny();
    }

    /// <summary>One press, held that long.</summary>
    public void Holds(char key, TimeSpan hold)
    {
        var mark = bench.Build().Glass.Mark();
        var receipt = bench.Build().Keypad.Press(key, hold, NormalGap);
        witness.LookFrom(mark, receipt.SeenAt ?? bench.Build().Clock.Now);
    }

    /// <summary>The key goes down and stays there.</summary>
    public void JamsAKey(char key)
    {
        if (!_stuck.Add(key)) throw new FeatureMistakeException($"the key {key} is stuck already");
        witness.LookFromNow();
        bench.Build().Keypad.HoldDown(key);
    }

    /// <summary>A key that was stuck comes up again.</summary>
    public void FreesAKey(char key)
    {
        if (!_stuck.Remove(key)) throw new FeatureMistakeException($"the key {key} is not stuck: it cannot come loose");
        witness.LookFromNow();
        bench.Build().Keypad.LetGo(key);
    }

    /// <summary>What hands a token in; null where the twentieth digit does.</summary>
    private char? Enter => bench.Profile.Entry.Submit == Submit.EnterKey ? bench.Profile.Pad.Enter : null;
}
