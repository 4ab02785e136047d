using HilBench.Physical;

namespace HilBench.RigFiles;

/// <summary><c>store</c>: what it may say, and where the record is kept.</summary>
internal static class StorePart
{
    private const int UsualAddress = 0x50;

    public static SettingRule Rules { get; } = SettingRule.Group(
        "store",
        "Where the meter keeps its record.",
        RigRule.Kind("eeprom = a 24C32, emulated where the pins are; file = two files.", ["eeprom", "file"], []),
        SettingRule.Whole("address", "I2C address, 80 (0x50) to 87 (0x57).", 0x50, 0x57).For("eeprom"),
        SettingRule.Whole("bus", "I2C bus of a real EEPROM: the number in /dev/i2c-N.", 0, 99).For("eeprom"),
        SettingRule.Text("folder", "Where the two files are.").For("file"));

    /// <summary>The address of an emulated EEPROM.</summary>
    public static int AddressOf(Setting file) => file.Group("store").Whole("address", UsualAddress);

    /// <summary>The store of a meter on real pins.</summary>
    public static StoreSettings Of(Setting store, int bus) => store.Text("kind", "file") == "eeprom"
        ? new StoreSettings.Eeprom(store.Whole("bus", bus), store.Whole("address", UsualAddress))
        : new StoreSettings.Folder(store.Text("folder", "/var/lib/hilbench"));
}
