namespace HilBench.Cli;

/// <summary>A profile that says only what differs from generic.</summary>
internal static class ProfileBeginning
{
    public static Beginning Of(string name)
    {
        var file = $"{name}.json";
        return new Beginning
        {
            Files =
            [
                new NewFile(file, Text.Replace("NAME", name, StringComparison.Ordinal) + "\n"),
                NewFile.Schema("profile"),
            ],
            Next = [["simulate", "--profile", file, "--lives", "100"], ["meter", "--profile", file]],
            Hint = $"in a scenario: Given a meter with profile \"{file}\"; for a whole run: --profile {file}; in a rig "
                + $"file: \"profile\": \"{file}\"",
        };
    }

    private const string Text = """
        // A meter profile: what differs between makers' meters. What is left out is as in the profile generic;
        // "$schema" tells an editor what may stand here and what it means (hilbench schema profile prints it).
        // Write behind each fact where it comes from: the manual and its page, or that it is assumed.
        {
          "$schema": "schemas/profile.schema.json",
          "description": "NAME: which meter this is, and which manual says so",
          "display": { "columns": 16, "lines": 2 }, // 8x1, 16x2, 20x2 or 20x4
          "words": { // each at most a line long
            "accept": "Accept",
            "used": "Used",
            "old": "Old",
            "reject": "Reject" // {0} in it is the number of wrong entries in a row
          },
          "pad": { "legend": ["123", "456", "789", "*0#"], "enter": "#", "backspace": "*" },
          "entryTimeoutSeconds": 30, // longest pause between two digits
          "resultSeconds": 3, // how long an answer is shown
          // Take the two slashes away from what your meter has:
          // "lockout": { "after": 5, "firstSeconds": 60, "longestSeconds": 3600 }, // wrong tokens lock the keypad
          // "shortCodes": [{ "keys": "804#", "shows": "credit" }], // keys that ask the meter something
          // "entry": { "submit": "twentieth-digit" }, // no Enter key is needed
          "tidStoreSize": 50 // how many tokens the meter remembers
        }
        """;
}
