namespace HilBench.RigFiles;

/// <summary>The settings of <c>meter</c>, kind by kind.</summary>
internal static class MeterRules
{
    public static SettingRule Group { get; } = SettingRule.Group(
        "meter",
        "What is tested.",
        [
            RigRule.Kind(
                "model = our own meter; token-port = any meter behind a port of IEC 62056-21.",
                ["model", "token-port"],
                ["process"]),
            .. TokenPort.Select(rule => rule.For("token-port")),
        ]);

    private static IEnumerable<SettingRule> TokenPort =>
    [
        SettingRule.Text(
            "port", "A device like /dev/ttyUSB0, tcp:PORT, tcp:HOST:PORT; virtual = our meter, in virtual time."),
        SettingRule.Text("address", "The device address to call; null = whoever is on the line.")
            with { MayBeNull = true },
        SettingRule.Text("password", "The password for writing; null = none is sent.")
            with { MayBeNull = true, IsSecret = true },
        SettingRule.Whole("baud", "The highest rate to change to; 300 = stay.", 300, 19_200),
        SettingRule.Choice(
            "parity", "Who makes 7E1: the port, software over 8N1, or none: the meter speaks 8N1.",
            "port", "software", "none"),
        SettingRule.Flag("echo", "The optical head hears itself."),
        SettingRule.Flag("lockstep", "The firmware model runs beside the meter, and every answer is compared."),
        SettingRule.Text("number", "The meter's number: 11 or 13 digits, or the PAN with 18."),
        SettingRule.Text("supplyGroup", "Six digits."),
        SettingRule.Text("tariffIndex", "Two digits."),
        SettingRule.Whole("keyRevision", "The key revision the meter has when the run begins.", 1, 9),
        SettingRule.Whole("keyType", "0 to 3.", 0, 3),
        SettingRule.Whole("baseDate", "1993, 2014 or 2035.", 1993, 2035),
        SettingRule.Choice("encryption", "The cipher of its tokens.", "EA07", "EA11"),
        SettingRule.Choice("keyDerivation", "How its key was made.", "DKGA02", "DKGA03", "DKGA04"),
        SettingRule.Text(
            "vendingKey", "env:NAME or a file with the hex digits of the vending key; null = the public test key.")
            with { MayBeNull = true, IsSecret = true },
        SettingRule.Text("firstTokenAt", "The date of the first token sold, UTC: after any the meter has taken."),
        SettingRule.Text("tokenRegister", "Where tokens are written and their results read."),
        SettingRule.Text("creditRegister", "Where the credit is read."),
        SettingRule.Text("keyRevisionRegister", "Where the key revision is read."),
        SettingRule.Text("meterNumberRegister", "Where the meter number is read."),
    ];
}
