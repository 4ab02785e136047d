using System.Text;
using System.Text.Json;
using HilBench.Input;
using HilBench.Meter;
using HilBench.RigFiles;

namespace HilBench.Lab.Shards.Kinds;

/// <summary>Texts of jobs, which came over the bus and may be anything.</summary>
internal static class Sent
{
    /// <exception cref="SettingsException">It is something else.</exception>
    public static T Read<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web) ?? throw new JsonException("null");
        }
        catch (JsonException wrong)
        {
            throw new SettingsException($"what is to be done cannot be read: {OneLine.Whole(wrong.Message)}");
        }
    }

    /// <summary>The files of profiles, as they are.</summary>
    public static IReadOnlyList<SentProfile> Of(IEnumerable<MeterProfile> profiles) =>
    [
        .. profiles.Select(one => new SentProfile(one.Name, Encoding.UTF8.GetString(ProfileFiles.TextOf(one)!))),
    ];

    /// <exception cref="SettingsException">One of them is none.</exception>
    public static IReadOnlyList<MeterProfile> Read(IReadOnlyList<SentProfile> profiles) =>
        [.. profiles.Select(one => ProfileFiles.Parse(one.Name, one.Name, Encoding.UTF8.GetBytes(one.Text)))];
}

/// <summary>The file of a profile.</summary>
internal sealed record SentProfile(string Name, string Text);
