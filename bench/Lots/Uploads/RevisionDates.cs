using System.Globalization;

namespace HilBench.Lots.Uploads;

/// <summary>
/// Which base date goes with which key revision of a supply group. A vending key has one of each, so a revision with
/// two base dates is wrong in the file or in the key file; a later revision does not go back to an earlier base date.
/// </summary>
internal sealed class RevisionDates
{
    private readonly Dictionary<(int Group, int Revision, int Year), (long Lines, long First)> _seen = [];

    public void Add(int group, int revision, int year, long line)
    {
        var key = (group, revision, year);
        _seen[key] = _seen.TryGetValue(key, out var known) ? (known.Lines + 1, known.First) : (1, line);
    }

    public IEnumerable<UploadFinding> Findings() => _seen.GroupBy(one => one.Key.Group)
        .SelectMany(group => TwoDates(group).Concat(Backwards(group)))
        .OrderBy(finding => finding.Line);

    private static IEnumerable<UploadFinding> TwoDates(
        IGrouping<int, KeyValuePair<(int Group, int Revision, int Year), (long Lines, long First)>> group)
    {
        foreach (var revision in group.GroupBy(one => one.Key.Revision).Where(years => years.Count() > 1))
        {
            var years = revision.OrderByDescending(one => one.Value.Lines).ThenBy(one => one.Key.Year).ToArray();
            var told = string.Join(", ", years.Select(
                one => $"{one.Key.Year} on {one.Value.Lines} line{(one.Value.Lines == 1 ? "" : "s")}"));
            yield return new UploadFinding(
                years[^1].Value.First, UploadKinds.RevisionAndBaseDate,
                $"warning: key revision {revision.Key} of supply group {Group(group.Key)} has several base dates: "
                + $"{told}; a vending key has one");
        }
    }

    private static IEnumerable<UploadFinding> Backwards(
        IGrouping<int, KeyValuePair<(int Group, int Revision, int Year), (long Lines, long First)>> group)
    {
        var usual = group.GroupBy(one => one.Key.Revision)
            .Select(years => years.MaxBy(one => one.Value.Lines)).OrderBy(one => one.Key.Revision).ToArray();
        foreach (var (before, after) in usual.Zip(usual.Skip(1)))
        {
            if (after.Key.Year >= before.Key.Year) continue;
            yield return new UploadFinding(
                after.Value.First, UploadKinds.RevisionAndBaseDate,
                $"warning: key revision {after.Key.Revision} of supply group {Group(group.Key)} has base date "
                + $"{after.Key.Year}, but revision {before.Key.Revision} has {before.Key.Year} already; a later "
                + "revision does not go back");
        }
    }

    private static string Group(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
