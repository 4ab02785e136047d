using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Recording.Replaying;

/// <summary>Does to a rig what a recording says was done to one.</summary>
/// <param name="rig">The rig.</param>
/// <param name="station">Sells what brings a meter to where it should begin.</param>
internal sealed class RigPlayer(IMeterRig rig, VendingStation station)
{
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);

    private string _typed = "";
    private MeterRegisters? _made;

    /// <summary>Does it again. What the rig answers is noted by the rig itself, if it is a recorded one.</summary>
    /// <returns>The answer, where it had to be asked for in another way than it was; else null.</returns>
    /// <exception cref="NotRepeatableException">This rig has nothing to do it with.</exception>
    public string? Do(RigCall call)
    {
        switch (call.Do)
        {
            case RigVerb.Enter when rig.TokenPort is null:
                return TypeIn(call.What ?? "");
            case RigVerb.ReadCredit when rig.TokenPort is null:
                return CreditInWords();
            case RigVerb.ReadKeyRevision when rig.TokenPort is null:
                return rig.Stored?.Registers.Key.Revision.ToString() ?? Words.NoRecord;
            default:
                DoAlike(call);
                return null;
        }
    }

    private void DoAlike(RigCall call)
    {
        switch (call.Do)
        {
            case RigVerb.Press or RigVerb.PressFor when rig.TokenPort is { } port:
                Type(port, KeyOf(call));
                break;
            case RigVerb.Press:
                rig.Keypad.Press(KeyOf(call));
                break;
            case RigVerb.PressFor:
                rig.Keypad.Press(KeyOf(call), call.For ?? default, call.Gap ?? default);
                break;
            case RigVerb.PressTogether:
                rig.Keypad.PressTogether(call.What ?? "");
                break;
            case RigVerb.HoldDown:
                rig.Keypad.HoldDown(KeyOf(call));
                break;
            case RigVerb.LetGo:
                rig.Keypad.LetGo(KeyOf(call));
                break;
            case RigVerb.Bounce:
                rig.Keypad.SetBounce(call.For ?? default);
                break;
            case RigVerb.Enter:
                rig.TokenPort!.Enter(call.What ?? "");
                break;
            default:
                DoAround(call);
                break;
        }
    }

    private static char KeyOf(RigCall call) => call.What is { Length: 1 } key ? key[0]
        : throw new NotRepeatableException($"the recording does not say which key: {call.What}");

    private void DoAround(RigCall call)
    {
        switch (call.Do)
        {
            case RigVerb.Manufacture:
                rig.Manufacture(_made = RegistersOf(call));
                break;
            case RigVerb.Spoil:
                rig.SpoilStore();
                break;
            case RigVerb.MainsFail:
                rig.Mains.Fail();
                break;
            case RigVerb.MainsReturn:
                rig.Mains.Return();
                break;
            case RigVerb.MainsCarries:
                rig.Mains.Carry(new Volts(call.Volts ?? 0));
                break;
            case RigVerb.PlanCut:
                rig.Mains.FailDuringNextSave(call.For ?? default);
                break;
            case RigVerb.CancelCut:
                rig.Mains.CancelPlannedCut();
                break;
            case RigVerb.Draw:
                rig.Load.Draw(new Watts((int)(call.Watts ?? 0)), new Watts((int)(call.Unbalance ?? 0)));
                break;
            case RigVerb.StopLoad:
                if (!rig.Load.StopsAt(call.For ?? default) && call.Saw == Words.Planned)
                    throw new NotRepeatableException("a load of this rig does not end by itself");
                break;
            case RigVerb.Happen:
                rig.Happen(Words.InputOf(call.What ?? "")
                    ?? throw new NotRepeatableException($"nothing here can let \"{call.What}\" happen"));
                break;
            case RigVerb.Break or RigVerb.Mend:
                DoFault(call);
                break;
            default:
                Ask(call);
                break;
        }
    }

    private void DoFault(RigCall call)
    {
        if (rig.Faults is not { } faults) throw new NotRepeatableException("nothing of this rig can be broken");
        if (call.Do == RigVerb.Break) faults.Inject(call.Fault!, call.For ?? default);
        else if (Enum.TryParse<FaultyPart>(call.What, out var part)) faults.Mend(part);
        else throw new NotRepeatableException($"the recording does not say what is mended: {call.What}");
    }

    private void Ask(RigCall call)
    {
        switch (call.Do)
        {
            case RigVerb.Wait:
                rig.Clock.Wait(call.For ?? default);
                break;
            case RigVerb.Settle:
                rig.Glass.WaitUntilSettled();
                break;
            case RigVerb.ReadLoadSwitch:
                _ = rig.Load.Switch;
                break;
            case RigVerb.ReadStored:
                _ = rig.Stored;
                break;
            case RigVerb.ReadCredit:
                rig.TokenPort?.ReadCredit();
                break;
            case RigVerb.ReadKeyRevision:
                rig.TokenPort?.ReadKeyRevision();
                break;
            case RigVerb.IsLit or RigVerb.WatchLamp:
                LookAtLamp(call);
                break;
            case RigVerb.Vouch:
                rig.Glass.Vouch(new GlassPicture(Words.LinesOf(call.What ?? ""), rig.Clock.Now));
                break;
            case RigVerb.Establish:
                Establish(call);
                break;
            default:
                throw new NotRepeatableException("the recording was made by a later version, and holds deeds of it");
        }
    }

    private void LookAtLamp(RigCall call)
    {
        if (rig.Indicators is not { } front) throw new NotRepeatableException("this rig has no lamps");
        var led = Enum.Parse<Led>(call.What ?? "");
        if (call.Do == RigVerb.IsLit) front.IsLit(led);
        else front.Watch(led);
    }

    private static MeterRegisters RegistersOf(RigCall call) =>
        StoredRecord.Decode(Convert.FromHexString(call.What ?? ""))?.Registers
        ?? throw new NotRepeatableException("today's meter cannot read the record that the meter was made with");

    /// <summary>A meter that is made to order stands there already.</summary>
    private void Establish(RigCall call)
    {
        if (rig.TokenPort is not { } port || _made is not { } made) return;
        var key = KeyWords.Read(call.What ?? "")
            ?? throw new NotRepeatableException("the recording does not say which key the meter is to have");
        port.Establish(key, made, station);
    }

    /// <summary>On a rig with keys a token is typed, and its answer awaited.</summary>
    private string TypeIn(string digits)
    {
        var answers = rig.Answers.Count;
        foreach (var key in digits) rig.Keypad.Press(key);
        if (rig.Profile.Entry.Submit == Submit.EnterKey && rig.Profile.Pad.Enter is { } enter)
            rig.Keypad.Press(enter);
        for (var giveUp = rig.Clock.Now + AnswerPatience;
            rig.Answers.Count == answers && rig.Clock.Now < giveUp;) rig.Clock.Wait(Blink);
        return rig.Answers.Count > answers ? rig.Answers[^1].Result.ToString() : nameof(ResultCode.None);
    }

    private string CreditInWords()
    {
        if (rig.Stored is not { Registers.Credit: var credit }) return Words.NoRecord;
        var counts = rig.Profile.Accounting;
        return counts.Text(credit.UnitsIn(counts.Scale));
    }

    /// <summary>A meter behind a port takes whole tokens.</summary>
    private void Type(ITokenPort port, char key)
    {
        var needsEnter = rig.Profile.Entry.Submit == Submit.EnterKey;
        if (char.IsAsciiDigit(key)) _typed += key;
        else if (!needsEnter || key != rig.Profile.Pad.Enter)
            throw new NotRepeatableException($"a meter behind a port takes tokens, and not key '{key}'");
        if (needsEnter ? char.IsAsciiDigit(key) : _typed.Length < TokenNumber.DigitCount) return;
        var token = _typed;
        _typed = "";
        if (token.Length != TokenNumber.DigitCount)
            throw new NotRepeatableException($"a meter behind a port takes tokens, and not \"{token}\"");
        port.Enter(token);
    }
}
