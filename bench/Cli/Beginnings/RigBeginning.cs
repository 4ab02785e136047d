namespace HilBench.Cli;

/// <summary>A rig on emulated chips, which runs anywhere and has the settings of one on pins.</summary>
internal static class RigBeginning
{
    public static Beginning Of(string name)
    {
        var file = $"{name}.json";
        return new Beginning
        {
            Files =
            [
                new NewFile(file, Text.Replace("NAME", name, StringComparison.Ordinal) + "\n"),
                NewFile.Schema("rig"),
            ],
            Next = [["rig", "show", file], ["rig", "wiring", file], ["meter", "--rig", file]],
            Hint = $"a run on it: hilbench run my.feature --rig {file}; rigs on pins, I2C or a cable to begin from: "
                + "hilbench rig list",
        };
    }

    private const string Text = """
        // A rig: what stands between a scenario and a meter. This one is our meter on emulated chips, in virtual time.
        // "$schema" tells an editor what may stand here and what it means (hilbench schema rig prints it).
        {
          "$schema": "schemas/rig.schema.json",
          "description": "NAME: what it is and where it stands",
          "clock": "virtual", // wall, where real time passes
          "meter": { "kind": "model" }, // token-port: a meter of another maker behind its optical port
          "profile": "generic", // or a file beside this one, such as "acme.json"
          "leavesOut": ["faults of a serial cable", "noise on a token port"], // what it is not meant to have
          "seed": 1, // all chance of a run comes from it
          "keypad": { "kind": "virtual", "rows": [5, 6, 13, 19], "columns": [12, 16, 20] }, // pins, numbered as BCM
          "display": { "kind": "virtual", "registerSelect": 26, "enable": 21, "data": [4, 17, 27, 22] },
          "store": { "kind": "eeprom" },
          "loadSwitch": 18,
          "buzzer": 24,
          "leds": { "lowCredit": 10, "load": 9, "fault": 11 },
          "mains": "virtual",
          "load": "virtual",
          "press": { "pressMs": 100, "gapMs": 100, "bounceMs": 6 } // how the keys are pressed
        }
        """;
}
