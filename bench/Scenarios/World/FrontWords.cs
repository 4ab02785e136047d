using HilBench.Meter;

namespace HilBench.Scenarios.World;

/// <summary>The words of a feature for lamps and beeps, both ways.</summary>
public static class FrontWords
{
    private static readonly (string Word, Led Led)[] Leds =
        [("low-credit", Led.LowCredit), ("load", Led.Load), ("fault", Led.Fault)];

    private static readonly (string Word, LedLight Light)[] Lights =
        [("on", LedLight.Lit), ("off", LedLight.Dark), ("blinking", LedLight.Blinking)];

    private static readonly (string Word, BeepLength Length)[] Lengths =
        [("short", BeepLength.Short), ("long", BeepLength.Long)];

    public static string Of(Led led) => Leds.First(one => one.Led == led).Word;

    public static string Of(LedLight light) => Lights.First(one => one.Light == light).Word;

    /// <exception cref="FormatException">It is none of them; the message names them all.</exception>
    public static Led LedOf(string word) => Find(Leds, word, "an LED of the meter");

    /// <exception cref="FormatException">It is none of them; the message names them all.</exception>
    public static LedLight LightOf(string word) => Find(Lights, word, "an LED");

    /// <exception cref="FormatException">It is none of them; the message names them all.</exception>
    public static BeepLength LengthOf(string word) => Find(Lengths, word, "a beep");

    private static T Find<T>((string Word, T Meaning)[] words, string word, string what)
    {
        foreach (var (known, meaning) in words)
        {
            if (known == word) return meaning;
        }

        var all = words.Select(one => one.Word).ToArray();
        throw new FormatException($"{what} is {string.Join(", ", all[..^1])} or {all[^1]}, not \"{Excerpt.Of(word)}\"");
    }
}
