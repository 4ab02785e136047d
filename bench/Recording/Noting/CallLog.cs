using HilBench.Roles;

namespace HilBench.Recording;

/// <summary>Notes each call to a rig, and after it what the rig has shown and said meanwhile.</summary>
internal sealed class CallLog(IMeterRig rig, FlightRecorder recorder)
{
    private readonly bool _hasGlass = rig.TokenPort is null;
    private GlassMark? _mark;
    private GlassPicture? _newest;
    private int _answers;
    private int _beeps;
    private int _findings;
    private readonly HashSet<int> _struck = [];
    private bool _hasFaults;

    /// <summary>A deed without an answer.</summary>
    public void Do(RigCall call, Action deed) => Do(call, () =>
    {
        deed();
        return true;
    }, _ => null);

    /// <summary>A question without words of its own.</summary>
    public T Ask<T>(RigVerb question, Func<T> answer, Func<T, string?> inWords) =>
        Do(new RigCall { Do = question }, answer, inWords);

    /// <summary>A deed with an answer.</summary>
    public T Do<T>(RigCall call, Func<T> deed, Func<T, string?> inWords, Func<T, PressReceipt[]>? receipts = null)
    {
        var (place, began) = (recorder.Begin(), rig.Clock.Now);
        call = call with { At = began, Place = place };
        _hasFaults |= call.Do == RigVerb.Break;
        try
        {
            var answer = deed();
            Note(call with { Saw = inWords(answer), Receipts = receipts?.Invoke(answer) });
            return answer;
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            // A run that was stopped is no answer of the rig.
            Note(call with { Saw = Words.Of(wrong), Receipts = Last(call) });
            throw;
        }
    }

    /// <summary>What the rig has shown and said since the last look.</summary>
    private void Look()
    {
        LookAtGlass();
        Hear();
        for (var all = rig.Findings; _findings < all.Count; _findings++)
            recorder.Note(new ChipMisused { At = rig.Clock.Now, Place = recorder.Begin(), Text = all[_findings] });
        FeelFaults();
    }

    /// <summary>Every fault that has had its first effect meanwhile.</summary>
    private void FeelFaults()
    {
        if (!_hasFaults || rig.Faults is not { Receipts: { Count: > 0 } all }) return;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].StruckAt is not { } at || !_struck.Add(i)) continue;
            recorder.Note(new FaultStruck { At = at, Place = recorder.Begin(), Text = all[i].Fault.ToString() });
        }
    }

    private void Note(RigCall call)
    {
        recorder.Note(call with { Took = rig.Clock.Now - call.At });
        Look();
    }

    /// <summary>A press that nobody saw has a receipt, too.</summary>
    private PressReceipt[]? Last(RigCall call) =>
        call.Do is RigVerb.Press or RigVerb.PressFor && rig.Keypad.Log is [.., var last] && last.PressedAt >= call.At
            ? [last] : null;

    private void LookAtGlass()
    {
        if (!_hasGlass) return;
        foreach (var picture in rig.Glass.Since(_mark ?? default))
        {
            if (ReferenceEquals(picture, _newest)) continue;
            _newest = picture;
            recorder.Note(new GlassSeen { At = picture.Since, Place = recorder.Begin(), Lines = picture.Lines });
        }

        _mark = rig.Glass.Mark();
    }

    private void Hear()
    {
        for (var all = rig.Answers; _answers < all.Count; _answers++)
        {
            var answer = all[_answers];
            recorder.Note(new AnswerGiven
            {
                At = answer.At, Place = recorder.Begin(), Result = answer.Result.ToString(),
            });
        }

        if (rig.Indicators is not { } front || front.BeepCount == _beeps) return;
        // The last may not have ended: it is noted when it has.
        for (var all = front.Beeps; _beeps < all.Count && all[_beeps].Until is { } until; _beeps++)
            recorder.Note(new BeepHeard { At = all[_beeps].From, Until = until, Place = recorder.Begin() });
    }
}
