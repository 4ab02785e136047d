using System.Globalization;
using System.Text.Json;
using HilBench.Campaign.Plans;
using HilBench.Campaign.Tally;
using HilBench.Input;

namespace HilBench.Campaign.Shards;

/// <summary>
/// The folder of a campaign. A shard is written under another name and becomes visible when it is whole and on the
/// disk: first its days, then its meters, and with these it is finished.
/// </summary>
internal sealed class CampaignFolder
{
    private const string Head = "campaign.json";
    private const string Part = ".part";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private readonly string _path;
    private readonly IReadOnlyList<Variant> _variants;

    private CampaignFolder(string path, IReadOnlyList<Variant> variants) => (_path, _variants) = (path, variants);

    /// <summary>Opens a folder for a new campaign, or to go on with the one that it holds.</summary>
    /// <exception cref="SettingsException">It holds another campaign, or cannot be used; one line says why.</exception>
    public static CampaignFolder Open(string path, CampaignHead head, IReadOnlyList<Variant> variants, bool resume)
    {
        var shown = InputFile.Shown(path);
        var file = Path.Combine(path, Head);
        if (resume)
        {
            if (!File.Exists(file)) throw Wrong(shown, $"there is no campaign to resume: no {Head} in it");
            if (ReadHead(file).DifferenceTo(head) is { } difference)
                throw Wrong(shown, $"holds another campaign: {difference}; resume with what it began with");
        }
        else if (File.Exists(file))
        {
            throw Wrong(shown, "holds a campaign already; add --resume to go on with it, or name another folder");
        }
        else if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw Wrong(shown, "the folder is not empty; name a new one");
        }

        var folder = new CampaignFolder(path, variants);
        folder.Guarded(() => Directory.CreateDirectory(path));
        if (!resume) folder.Write(Head, JsonSerializer.SerializeToUtf8Bytes(head, Indented));
        return folder;
    }

    /// <summary>The days of a finished shard; null when it is not finished.</summary>
    public IReadOnlyList<DaySums>? Finished(ShardName name)
    {
        if (!File.Exists(InFolder(MetersFile(name)))) return null;
        try
        {
            using var file = File.OpenRead(InFolder(DaysFile(name)));
            return ShardTables.ReadDays(file, _variants).GetAwaiter().GetResult();
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            var shown = InputFile.Shown(InFolder(DaysFile(name)));
            throw new SettingsException(
                $"{shown}: cannot be read: {OneLine.Whole(wrong.Message)}; take the shard away and resume");
        }
    }

    public void Write(ShardName name, ShardFiles files)
    {
        Write(DaysFile(name), files.Days);
        Write(MetersFile(name), files.Meters);
    }

    /// <summary>Writes a file that is there whole or not at all.</summary>
    /// <exception cref="SettingsException">The disk is full, or the folder may not be written to.</exception>
    public void Write(string name, ReadOnlyMemory<byte> bytes) => Guarded(() =>
    {
        var part = InFolder(string.Create(CultureInfo.InvariantCulture, $"{name}.{Environment.ProcessId}{Part}"));
        try
        {
            using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes.Span);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, InFolder(name), overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(part);
            throw;
        }
    });

    private static string MetersFile(ShardName name) => $"meters-{name}.parquet";

    private static string DaysFile(ShardName name) => $"days-{name}.parquet";

    private string InFolder(string name) => Path.Combine(_path, name);

    private static SettingsException Wrong(string shown, string what) => new($"{shown}: {what}");

    private static CampaignHead ReadHead(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<CampaignHead>(InputFile.Read(file), JsonSerializerOptions.Web)
                ?? throw new JsonException("it says null");
        }
        catch (JsonException wrong)
        {
            throw new SettingsException(
                $"{InputFile.Shown(file)}:{(wrong.LineNumber ?? 0) + 1}: not what a campaign wrote there");
        }
    }

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
                $"{InputFile.Shown(_path)}: cannot be written to: {OneLine.Whole(wrong.Message)}; finished shards are "
                + "kept, and --resume goes on with them");
        }
    }
}
