namespace HilBench.Scenarios.Tests.Running;

/// <summary>A load that lasts for years is counted to its end.</summary>
public sealed class LongLoadTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    /// <summary>Where a kilowatt-hour costs next to nothing, a register holds enough for it.</summary>
    [Fact]
    public void A_megawatt_for_twenty_one_thousand_hours_is_counted()
    {
        File.WriteAllText(_file, """
            { "currency": { "code": "KES", "pricePerKwh": 0.00001 }, "saveEveryWattHours": 100000,
              "shortCodes": [{ "keys": "809#", "shows": "total energy" }] }
            """);
        MeterTrial.Passes(
            "Given a meter with:", "| name | value |", $"| profile | {_file} |",
            "And the meter holds 1000.00 in currency",
            "When the load draws 999999 W for 21000 hours", "And the customer presses \"809#\"",
            "Then the display shows \"20999979.0 kWh\"");
    }
}
