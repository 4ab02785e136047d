using System.Globalization;
using HilBench.Lab.Bus;

namespace HilBench.Lab.Shards;

/// <summary>Which shard of which job.</summary>
/// <param name="User">Who gave the work: what the broker lets a user write begins with the name.</param>
/// <param name="Build">Whose program it is for.</param>
/// <param name="Job">One for each start of a command.</param>
/// <param name="Number">Which of its shards.</param>
internal sealed record ShardKey(string User, string Build, string Job, int Number)
{
    public const string Prefix = "hilbench.shards";

    private const int Words = 6;

    /// <summary>Where the job stands among the jobs.</summary>
    public string OfJob => JobKey(User, Job);

    /// <summary>Where the result stands among those that are done.</summary>
    public string OfResult => ResultKey(OfJob, Number);

    public string Subject => $"{AllOf(User, Build, Job)[..^1]}{Number.ToString(CultureInfo.InvariantCulture)}";

    public static string JobKey(string user, string job) => $"{user}.{job}";

    public static string ResultKey(string job, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{job}.{number}");

    /// <summary>The subjects of a job: its last letter stands for any number.</summary>
    public static string AllOf(string user, string build, string job) => $"{Prefix}.{user}.{build}.{job}.*";

    /// <summary>The subjects of a build, whoever gives the work.</summary>
    public static string AllOf(string build) => $"{Prefix}.*.{build}.>";

    /// <summary>Null when it is no subject of a shard.</summary>
    public static ShardKey? OfSubject(string subject)
    {
        var words = subject.Split('.');
        return words.Length == Words && words[2..5].All(LabAddress.IsName) && NumberIn(words[^1]) is { } number
            ? new ShardKey(words[2], words[3], words[4], number)
            : null;
    }

    /// <summary>The number of a shard; null when it is none, or not written as one.</summary>
    public static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text
            ? number
            : null;

    public override string ToString() => OfResult;
}
