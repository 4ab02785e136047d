namespace HilBench.RigFiles;

/// <summary>The settings of <c>store</c>, kind by kind.</summary>
internal static class StoreRules
{
    public static SettingRule Group { get; } = SettingRule.Group(
        "store",
        "Where the meter keeps its record.",
        RigRule.Kind("eeprom = a 24C32, emulated where the pins are; file = two files.", ["eeprom", "file"], []),
        SettingRule.Whole("address", "I2C address, 80 (0x50) to 87 (0x57).", 0x50, 0x57).For("eeprom"),
        SettingRule.Whole("bus", "I2C bus of a real EEPROM: the number in /dev/i2c-N.", 0, 99).For("eeprom"),
        SettingRule.Text("folder", "Where the two files are.").For("file"));
}
