using HilBench.Meter;
using HilBench.Simulation.Memory;
using HilBench.Tokens;

namespace HilBench.Simulation.Trials;

/// <summary>
/// A meter with its memory and its time: carries out the effects in their order, as a board does, and asks before each
/// save whether the power is to fail in it.
/// </summary>
internal sealed class TrialMeter
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(2);

    private readonly MeterProfile _profile;
    private readonly Func<MeterProfile, IFirmware> _make;
    private IFirmware? _firmware;

    public TrialMeter(MeterProfile profile, Func<MeterProfile, IFirmware> make, ITrialMemory memory, TimeSpan now)
    {
        (_profile, _make, Memory, Now) = (profile, make, memory, now);
    }

    public ITrialMemory Memory { get; }

    public TimeSpan Now { get; private set; }

    /// <summary>Null while there is no power, and after a memory fault.</summary>
    public MeterRegisters? Registers => _firmware?.State.Registers;

    public bool IsOn => _firmware is not null;

    /// <summary>The answer to the newest token; none when it had none, or the power failed before it.</summary>
    public ResultCode Answer { get; private set; }

    /// <summary>True once an acceptance was shown, heard or answered: from then on it must be true.</summary>
    public bool IsAcceptedAlready { get; private set; }

    public long Saves { get; private set; }

    /// <summary>Asked before each save; a place in it = the power fails there.</summary>
    public Func<Effect.Save, int?> CutInSave { get; set; } = static _ => null;

    public void PowerUp()
    {
        _firmware = _make(_profile);
        Handle(new MeterInput.PowerUp(Memory.Read(0), Memory.Read(1)));
    }

    /// <summary>The mains is gone at once, or after the meter was told and had its time.</summary>
    public void PowerFails(bool isWarned)
    {
        if (isWarned) Handle(new MeterInput.PowerFailing());
        if (isWarned && IsOn) Now += _profile.HoldUp;
        _firmware = null;
    }

    public void Draws(Watts power) => Handle(new MeterInput.LoadDraws(power));

    public void OpensCover() => Handle(new MeterInput.CoverOpened());

    /// <summary>Hands in twenty digits and waits for the answer.</summary>
    public void Types(TokenNumber number)
    {
        (Answer, IsAcceptedAlready) = (ResultCode.None, false);
        Handle(new MeterInput.TokenReceived(number.ToString()));
        var ends = Now + LongestWork;
        while (Answer == ResultCode.None && IsOn && _firmware!.State.Screen is Screen.Working { Ends: var done }
            && done.SinceStart <= ends)
        {
            Now = done.SinceStart;
            Handle(new MeterInput.TimePassed());
        }
    }

    /// <summary>Time passes; the meter is called at each moment it asked for, and at the end.</summary>
    public void Passes(TimeSpan time)
    {
        var until = Now + time;
        while (IsOn && _firmware!.Due is { } due && due.SinceStart <= until)
        {
            if (due.SinceStart > Now) Now = due.SinceStart;
            Handle(new MeterInput.TimePassed());
        }

        Now = until;
        if (IsOn) Handle(new MeterInput.TimePassed());
    }

    private void Handle(MeterInput input)
    {
        if (_firmware is null) return;
        foreach (var effect in _firmware.Handle(input, MeterTime.From(Now)))
        {
            switch (effect)
            {
                case Effect.Save save:
                    if (Saved(save)) break;
                    return;
                case Effect.Show { Text: var text } when Says(text):
                    IsAcceptedAlready = true;
                    break;
                case Effect.Answer answer:
                    Answer = answer.Result;
                    IsAcceptedAlready |= !answer.Result.IsRefusal();
                    break;
            }
        }
    }

    private bool Saved(Effect.Save save)
    {
        Saves++;
        if (CutInSave(save) is { } place)
        {
            Memory.WriteUntil(place, save.Slot, save.Image.Span);
            _firmware = null;
            return false;
        }

        if (Memory.Write(save)) return true;
        Handle(new MeterInput.SaveFailed(save.Slot));
        return false;
    }

    private bool Says(DisplayText text) =>
        _firmware?.State.Screen is Screen.Answered { Code: ResultCode.Accept }
        && text.Lines.Any(line => line.Contains(_profile.Words.Accept, StringComparison.Ordinal));
}
