namespace HilBench.Cli.Tests.Fixture;

/// <summary>Lines for vend, decode and meter --script, and features of one scenario with a known verdict.</summary>
internal static class Samples
{
    /// <summary>The key fields that docs/vend-and-decode.md calls KEY.</summary>
    public const string Key =
        "\"ea\":7,\"dkga\":2,\"vk\":\"abababababababab\",\"pan\":\"600727000000000009\","
        + "\"sgc\":\"123456\",\"ti\":\"01\",\"krn\":1,\"kt\":2,\"base\":1993";

    public const string TestLine = """{"kind":"test","sub":0,"control":"8","mfr":0}""";

    public const string TestToken = "18446744073843772416";

    /// <summary>The first line of a meter script: 50 kWh, nothing is old.</summary>
    public const string MeterLine =
        "{\"meter\":{" + Key + ",\"ken\":255,\"profile\":\"generic\",\"creditUnits\":500,"
        + "\"maxCreditUnits\":null,\"tidStore\":null,\"mfr\":null}}";

    public const string Green = """
        Feature: Green
          Scenario: A token counts
            Given the meter holds 1.0 kWh
            And a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter accepts it
            And the meter holds 26.6 kWh
        """;

    /// <summary>The meter is right and the promise is wrong.</summary>
    public const string Red = """
        Feature: Red
          Scenario: A token is refused as used
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter refuses it as used
        """;

    /// <summary>A key press without mains reaches nobody.</summary>
    public const string Unproved = """
        Feature: Unproved
          Scenario: Nobody saw the key
            Given the meter holds 1.0 kWh
            When the mains fails
            And the customer presses "1"
            Then the meter holds 1.0 kWh
        """;
}
