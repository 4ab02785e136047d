using System.Text.Json.Nodes;

namespace HilBench.Runs;

/// <summary>
/// Names for what the messages of one shard call 0, 1, 2: those of other shards call other things so. What stands for
/// the same thing in two shards, such as a step of a feature file, gets one name.
/// </summary>
/// <param name="shard">Which shard, from 1.</param>
internal sealed class MessageIds(int shard)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>What is called so here is what another shard calls by this name, which is final.</summary>
    public void Same(string here, string name) => _names[here] = name;

    /// <summary>The final names in a message, in place of its own.</summary>
    public void Rename(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Rename(item);
        }

        if (node is not JsonObject one) return;
        foreach (var (key, value) in one.ToArray())
        {
            if (IsName(key) && value is JsonValue) one[key] = NameOf((string)value!);
            else if (IsNames(key) && value is JsonArray names)
                one[key] = new JsonArray([.. names.Select(name => (JsonNode)NameOf((string)name!))]);
            else Rename(value);
        }
    }

    /// <summary>Every name that a message gives to something of its own, in the order of the message.</summary>
    public static IEnumerable<string> Given(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Given),
        JsonObject one => one.SelectMany(item =>
            item.Key == "id" && item.Value is JsonValue value ? [(string)value!] : Given(item.Value)),
        _ => [],
    };

    private string NameOf(string here) => _names.TryGetValue(here, out var name) ? name : $"{shard}-{here}";

    private static bool IsName(string key) => key == "id" || key.EndsWith("Id", StringComparison.Ordinal);

    private static bool IsNames(string key) => key.EndsWith("Ids", StringComparison.Ordinal);
}
