using System.Globalization;
using System.Text;
using System.Text.Json;
using HilBench.Simulation.Crash;
using HilBench.Simulation.Lives;

namespace HilBench.Cli;

/// <summary>What <c>hilbench simulate</c> says at the end, for people or for programs.</summary>
internal sealed record SimulateReport(
    string Crash, string? Profile, IReadOnlyList<CrashResult> Crashes, LivesResult Lived, PinResult Pins,
    Failure? Failure)
{
    private const int MemoryWidth = 8;
    private const int ProfileWidth = 16;

    public string Text()
    {
        var text = new StringBuilder();
        foreach (var one in Crashes)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{one.Memory,-MemoryWidth}{one.Profile,-ProfileWidth}{one.Writes} writes cut in {one.Places} places");
        }

        if (Crashes.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"{Crashes.Sum(one => one.Places)} cut points");
        if (Lived.Lives > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{Lived.Lives} lives, {Lived.Events} events, {Lived.Tokens} tokens, {Lived.Saves} saves");
        }

        if (Pins.Lives > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{Pins.Lives} of them through pins, {Pins.Events} events");
        }

        if (Failure is null) return text.AppendLine("every promise was kept").ToString();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"broken, profile {Failure.Profile}, {Failure.Events} events: {Failure.What}");
        return text.AppendLine(Command()).AppendLine().Append(Failure.Feature).ToString();
    }

    public string Json() => JsonSerializer.Serialize(
        new
        {
            cutPoints = Crashes.Sum(one => one.Places),
            crashes = Crashes.Select(one => new { one.Memory, one.Profile, one.Writes, one.Places }),
            lives = Lived.Lives,
            events = Lived.Events,
            tokens = Lived.Tokens,
            saves = Lived.Saves,
            pins = new { lives = Pins.Lives, events = Pins.Events },
            broken = Failure is null ? null : new
            {
                Failure.What, Failure.Profile, Failure.Memory, Failure.Events, Command = Command(), Failure.Feature,
            },
        },
        JsonSerializerOptions.Web) + "\n";

    /// <summary>The command that shows the failure again, alone.</summary>
    private string Command()
    {
        if (Failure!.Memory is not null) return $"hilbench simulate --crash {Crash} --profile {Failure.Profile}";
        var profile = Profile is null ? "" : $" --profile {Profile}";
        return $"hilbench simulate --lives 1 --seed {Failure.Seed}{profile}";
    }
}
