namespace HilBench.Cli;

/// <summary>A feature of two scenarios that pass.</summary>
internal static class FeatureBeginning
{
    public static Beginning Of(string name)
    {
        var file = $"{name}.feature";
        return new Beginning
        {
            Files = [new NewFile(file, Text.Replace("NAME", name, StringComparison.Ordinal) + "\n")],
            Next = [["run", file], ["lint", file], ["steps"]],
        };
    }

    private const string Text = """
        # A feature is one promise of the meter. Lines that begin with # are for you.
        # `hilbench steps` prints every sentence that can be used, `hilbench lint` checks without running.
        Feature: NAME
          Say here in two or three lines why the promise matters, and to whom.

          # A Rule is one sentence fit for the manual; each scenario below it is an example.
          Rule: A token counts once

            Scenario: The same token twice
              # Given: how things are. What is not said is the same everywhere: profile generic, no credit, …
              Given the meter holds 10.0 kWh
              And a 25.6 kWh credit token
              # When: one thing happens.
              When the customer keys in the token
              # Then: what a person can see or read, and what must not have changed.
              Then the meter accepts it
              And the meter holds 35.6 kWh
              When the customer keys in the token
              Then the meter refuses it as used
              And the meter holds 35.6 kWh

            # A meter that differs is described in a table; other rows: supply group, tariff index, key revision, …
            Scenario: On a meter of the other encryption
              Given a meter with:
                | name           | value  |
                | encryption     | EA11   |
                | key derivation | DKGA04 |
              And a 5.0 kWh credit token
              When the customer keys in the token
              Then the meter accepts it
        """;
}
