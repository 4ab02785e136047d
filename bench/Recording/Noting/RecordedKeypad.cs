using HilBench.Roles;

namespace HilBench.Recording;

internal sealed class RecordedKeypad(IKeypad keypad, CallLog log) : IKeypad
{
    public string Keys => keypad.Keys;

    public IReadOnlyList<PressReceipt> Log => keypad.Log;

    public PressReceipt Press(char key) => One(RigVerb.Press, key, () => keypad.Press(key));

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap) => log.Do(
        new RigCall { Do = RigVerb.PressFor, What = key.ToString(), For = hold, Gap = gap },
        () => keypad.Press(key, hold, gap), receipt => Words.Of([receipt]), receipt => [receipt]);

    public IReadOnlyList<PressReceipt> PressTogether(string keys) => log.Do(
        new RigCall { Do = RigVerb.PressTogether, What = keys }, () => keypad.PressTogether(keys),
        Words.Of, receipts => [.. receipts]);

    public PressReceipt HoldDown(char key) => One(RigVerb.HoldDown, key, () => keypad.HoldDown(key));

    public void SetBounce(TimeSpan longest) =>
        log.Do(new RigCall { Do = RigVerb.Bounce, For = longest }, () => keypad.SetBounce(longest));

    public void LetGo(char key) =>
        log.Do(new RigCall { Do = RigVerb.LetGo, What = key.ToString() }, () => keypad.LetGo(key));

    private PressReceipt One(RigVerb verb, char key, Func<PressReceipt> press) => log.Do(
        new RigCall { Do = verb, What = key.ToString() }, press, receipt => Words.Of([receipt]),
        receipt => [receipt]);
}
