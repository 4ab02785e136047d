using System.Globalization;

namespace HilBench.Lab.Tests.Soak;

/// <summary>What whoever starts the soak wants, from the environment (tests/soak/lab).</summary>
internal static class SoakSettings
{
    /// <summary>hilbench.dll.</summary>
    public static string Program => Environment.GetEnvironmentVariable("SOAK_PROGRAM")
        ?? throw new InvalidOperationException("tests/soak/lab names the program, SOAK_PROGRAM");

    public static int Rounds => Number("SOAK_ROUNDS", 100);

    /// <summary>No round is begun after so many seconds; 0 = all of them are.</summary>
    public static int Seconds => Number("SOAK_SECONDS", 0);

    public static int Seed => Number("SOAK_SEED", 1);

    public static int Benches => Number("SOAK_BENCHES", 100);

    public static int Scenarios => Number("SOAK_SCENARIOS", 10_000);

    /// <summary>Says how it goes, at once: the runner of the tests keeps what they write until they end.</summary>
    public static void Tell(string line)
    {
        if (Environment.GetEnvironmentVariable("SOAK_SAID") is { } file) File.AppendAllText(file, line + "\n");
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var said)
            ? said : otherwise;
}
