using HilBench.Input;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>
/// One kind of rig that a file can describe, with its plan in one file of this folder. <c>keypad.kind</c> says which it
/// is, and the kind says what else goes with that. To add a kind: its file here, and its place in <see cref="All"/>. To
/// add a setting: its rule and its reading in the part of <c>Parts/</c> it belongs to, and a property of what that
/// part reads.
/// </summary>
internal abstract class RigKind
{
    private static readonly IReadOnlyList<RigKind> All =
    [
        new VirtualKind("virtual"), new GpioKind("gpio"), new PanelKind(), new OutsideKind(), new SplitKind(),
        new GpioKind("mcp23017"), new VirtualKind("mcp23017"), new DisplayOnlyKind(),
    ];

    /// <summary>The <c>keypad.kind</c> that means this kind of rig.</summary>
    public abstract string KeypadKind { get; }

    /// <summary>The <c>clock</c> that means this kind of rig, where a keypad leaves the choice; else null.</summary>
    public virtual string? Clock => null;

    /// <summary>The <c>meter.kind</c> that means this kind of rig before its keypad is looked at, or null.</summary>
    public virtual string? MeterKind => null;

    /// <summary>
    /// The other choices this kind allows; the first of each is what a file means that leaves it out.
    /// </summary>
    public abstract IReadOnlyList<Partner> Partners { get; }

    /// <summary>The rig of this file, which has passed the rules.</summary>
    public abstract RigPlan Read(RigHead head, Setting file);

    /// <exception cref="SettingsException">Some choice of the file does not go with its keypad.</exception>
    public static RigKind Of(Setting file)
    {
        TestLoopPart.Of(file);
        MainsRelayPart.Of(file);
        var meter = file.Group("meter").Text("kind", "model");
        if (All.FirstOrDefault(kind => kind.MeterKind == meter) is { } byMeter) return byMeter.Checked(file);
        var keypad = file.Group("keypad").Text("kind", All[0].KeypadKind);
        var clock = file.Text("clock", "");
        var kind = All.FirstOrDefault(kind => kind.KeypadKind == keypad && kind.Clock == clock)
            ?? All.First(kind => kind.KeypadKind == keypad);
        DemandRealDisplay(file, kind);
        foreach (var partner in kind.Partners) partner.Judge(file, keypad);
        return kind;
    }

    /// <summary>Where the clock alone makes the kind, the clock is what does not go with an emulated display.</summary>
    private static void DemandRealDisplay(Setting file, RigKind kind)
    {
        const string emulated = "virtual";
        if (kind.Clock is null or emulated || file.Group("display").Text("kind", "") != emulated) return;
        if (!All.Any(other => other.KeypadKind == kind.KeypadKind && other.Clock == emulated)) return;
        throw file.Find("clock")!.Wrong(
            $"clock \"{kind.Clock}\" does not go with display.kind \"{emulated}\", which is emulated; "
            + $"allowed: {emulated}");
    }

    /// <summary>For a kind that its meter decides: what does not go with that.</summary>
    protected virtual RigKind Checked(Setting file) => this;
}

/// <summary>What every rig file says, whatever its kind.</summary>
internal sealed record RigHead(string Name, MeterProfile Profile, StaTables Tables);

/// <summary>A choice elsewhere in the file that a kind of rig allows.</summary>
internal sealed record Partner(string Path, params string[] Allowed)
{
    public void Judge(Setting file, string keypad) => JudgeBeside(file, $"keypad.kind \"{keypad}\"");

    /// <param name="file">The file.</param>
    /// <param name="choice">What it does not go with, in the words of the message.</param>
    public void JudgeBeside(Setting file, string choice)
    {
        var names = Path.Split('.');
        var group = names.Length == 1 ? file : file.Group(names[0]);
        if (group.Find(names[^1]) is not { Value: string chosen } setting || Allowed.Contains(chosen)) return;
        throw setting.Wrong(
            $"{Path} \"{chosen}\" does not go with {choice}; allowed: {string.Join(", ", Allowed)}");
    }
}
