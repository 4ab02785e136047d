using HilBench.Rig.Physical;

namespace HilBench.Rig.Files;

/// <summary>Reads <see cref="GpioPlan"/>. What the file leaves out is as in <see cref="GpioRigSettings"/>.</summary>
internal sealed class GpioKind : RigKind
{
    public override string KeypadKind => "gpio";

    public override IReadOnlyList<Partner> Partners { get; } =
    [
        new("clock", "wall"), new("meter.kind", "model"), new("display.kind", "gpio"),
        new("store.kind", "file", "eeprom"), new("mains", "none"), new("load", "none"),
    ];

    public override RigPlan Read(RigHead head, Setting file)
    {
        var like = new GpioRigSettings();
        var settings = new GpioRigSettings
        {
            Wiring = BoardSettings.WiringOf(file, like.Wiring),
            Keypad = BoardSettings.TimingOf(file.Group("keypad"), like.Keypad),
            Chip = file.Find("gpioChip") is null ? null : file.Text("gpioChip", ""),
            Store = StoreOf(file.Group("store")),
            OperatorPatience = file.Group("keypad").Seconds("patienceSeconds", like.OperatorPatience),
        };
        return new GpioPlan(head.Name, head.Profile, head.Tables)
        {
            Settings = settings, Seed = (ulong)file.Number("seed", 1),
        };
    }

    private static StoreSettings StoreOf(Setting store) => store.Text("kind", "file") == "eeprom"
        ? new StoreSettings.Eeprom(store.Whole("bus", 1), store.Whole("address", 0x50))
        : new StoreSettings.Folder(store.Text("folder", "/var/lib/hilbench"));
}
