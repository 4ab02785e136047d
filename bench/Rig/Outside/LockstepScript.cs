using System.Globalization;
using HilBench.Meter;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Rig.Outside;

/// <summary>The profile a script names, and what its credit counts.</summary>
internal readonly record struct ProfileInScript(string NameOrFile, CreditScale Scale);

/// <summary>Writes the history of a lockstep as a script for <c>hilbench meter --script</c>.</summary>
internal static class LockstepScript
{
    /// <summary>
    /// Returns the name of the file, which is in the working directory if that can be written to. A vending key that is
    /// not the public test key is left for its owner to fill in.
    /// </summary>
    public static string Write(
        ModelOracle oracle, KeyParameters key, VendingKey? vendingKey, ProfileInScript profile)
    {
        string[] lines = [.. Lines(oracle, key, vendingKey, profile)];
        var name = $"hilbench-divergence-{Environment.ProcessId}-{oracle.History.Count}";
        try
        {
            return Write(Directory.GetCurrentDirectory(), name, lines);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written to must not turn a wrong meter into a wrong bench.
            return Write(Path.GetTempPath(), name, lines);
        }
    }

    private static string Write(string folder, string name, string[] lines)
    {
        var path = Path.Combine(folder, name + ".jsonl");
        for (var other = 2; Path.Exists(path); other++) path = Path.Combine(folder, $"{name}-{other}.jsonl");
        // A new file, or none: nothing that somebody else has put here is written to, nor what it points at.
        using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
        foreach (var line in lines) file.WriteLine(line);
        return path;
    }

    private static IEnumerable<string> Lines(
        ModelOracle oracle, KeyParameters key, VendingKey? vendingKey, ProfileInScript profile)
    {
        yield return MeterLine(oracle.Begins, key, vendingKey, profile);
        var now = oracle.BeganAt;
        foreach (var step in oracle.History)
        {
            if (step.At > now) yield return LineAnswer.Of(json => json.WriteString("wait", Wait(step.At - now))).Json;
            yield return step.Mains is { } isOn
                ? LineAnswer.Of(json => json.WriteString("mains", isOn ? "on" : "off")).Json
                : LineAnswer.Of(json => json.WriteString("token", step.Digits)).Json;
            now = step.At;
        }
    }

    private static string MeterLine(
        MeterRegisters begins, KeyParameters key, VendingKey? vendingKey, ProfileInScript profile) =>
        LineAnswer.Of(json =>
        {
            json.WriteStartObject("meter");
            json.WriteNumber("ea", (int)key.Algorithm);
            json.WriteNumber("dkga", (int)key.Derivation);
            json.WriteString("vk", vendingKey is null
                ? Convert.ToHexStringLower(VendingStation.TestKey(key.Derivation).Bytes)
                : "the vending key, in hex");
            json.WriteString("pan", key.Pan.Digits);
            json.WriteString("sgc", key.Sgc.ToString());
            json.WriteString("ti", key.Ti.ToString());
            json.WriteNumber("krn", key.Krn.Value);
            json.WriteNumber("kt", (int)key.KeyType);
            json.WriteNumber("base", (int)key.BaseDate);
            json.WriteNumber("ken", begins.Key.Expiry.Value);
            json.WriteString("profile", profile.NameOrFile);
            json.WriteNumber("creditUnits", (long)begins.Credit.UnitsIn(profile.Scale));
            if (begins.Tids.Entries.IsEmpty) json.WriteNull("tidStore");
            else
            {
                json.WriteStartArray("tidStore");
                foreach (var tid in begins.Tids.Entries) json.WriteNumberValue(tid);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }).Json;

    /// <summary>A script waits for whole seconds.</summary>
    private static string Wait(TimeSpan time) =>
        TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds)).ToString("c", CultureInfo.InvariantCulture);
}
