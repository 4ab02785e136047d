using HilBench.Input;
using HilBench.Rig.Outside;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.RigFiles;

/// <summary>What the settings of a meter behind a token port must be together, and on the line.</summary>
internal static class OutsideChecks
{
    private const int Longest = 32;
    private const string WithMeaning = "()/!?";

    private static readonly string[] OnTheLine =
    [
        "address", "password", "tokenRegister", "creditRegister", "keyRevisionRegister", "meterNumberRegister",
    ];

    /// <exception cref="SettingsException">One is wrong; the message has its line.</exception>
    public static void Demand(OutsideSettings settings, Setting meter)
    {
        foreach (var name in OnTheLine)
        {
            if (meter.Find(name) is not { Value: string text } setting) continue;
            if (text.Length is 0 or > Longest || !text.All(IsPlain))
            {
                throw setting.Wrong(
                    $"meter.{name} {setting.Shown} cannot be sent; allowed: 1 to {Longest} printable characters "
                    + "without ( ) / ! ?");
            }
        }

        var vendingKey = settings.VendingKey ?? VendingStation.TestKey(settings.Key.Derivation);
        if (!DecoderKeys.TryDerive(vendingKey, settings.Key, out _, out var reason))
            throw (meter.Find("vendingKey") ?? meter.Find("keyDerivation") ?? meter).Wrong($"meter: {reason}");
        if (settings.FirstTokenAt < settings.Key.BaseDate.Start())
        {
            throw (meter.Find("firstTokenAt") ?? meter.Find("baseDate") ?? meter).Wrong(
                $"meter.firstTokenAt must be on or after the base date, 1 January {(int)settings.Key.BaseDate}, not "
                + $"{settings.FirstTokenAt:yyyy-MM-dd}");
        }
    }

    private static bool IsPlain(char character) =>
        character is >= ' ' and <= '~' && !WithMeaning.Contains(character);
}
