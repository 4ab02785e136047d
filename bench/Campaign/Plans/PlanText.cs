using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HilBench.Input;
using HilBench.RigFiles;

namespace HilBench.Campaign.Plans;

/// <summary>
/// A plan on its way to another machine: its file and the files of its profiles, as they are. Where they stood on this
/// machine is not in it.
/// </summary>
internal sealed record PlanText
{
    [JsonRequired]
    public string Name { get; init; } = "";

    [JsonRequired]
    public string Json { get; init; } = "";

    /// <summary>By what the plan calls them.</summary>
    [JsonRequired]
    public IReadOnlyDictionary<string, ProfileText> Profiles { get; init; } = new Dictionary<string, ProfileText>();

    public static PlanText Of(string name, string json, PlanProfiles profiles) => new()
    {
        Name = name,
        Json = json,
        Profiles = profiles.Read.ToDictionary(
            one => one.Key,
            one => new ProfileText(one.Value.Name, Encoding.UTF8.GetString(ProfileFiles.TextOf(one.Value)!))),
    };

    /// <exception cref="SettingsException">It is no such text; the message is one line.</exception>
    public static PlanText Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<PlanText>(text, JsonSerializerOptions.Web)
                ?? throw new JsonException("it says null");
        }
        catch (JsonException wrong)
        {
            throw new SettingsException($"a plan that was sent cannot be read: {OneLine.Whole(wrong.Message)}");
        }
    }

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>What was not sent along is not there: a name is no way to a file of this machine.</summary>
    public PlanProfiles ToProfiles() => new(said => Profiles.TryGetValue(said, out var sent)
        ? ProfileFiles.Parse(sent.Name, sent.Name, Encoding.UTF8.GetBytes(sent.Text))
        : throw new SettingsException($"profile \"{OneLine.Beginning(said)}\" was not sent with the plan"));
}

/// <summary>The file of a profile.</summary>
internal sealed record ProfileText(string Name, string Text);
