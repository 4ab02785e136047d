using System.Globalization;
using HilBench.Input;
using HilBench.Lots.Uploads;

namespace HilBench.Cli;

/// <summary>A line for each finding, and a table of counts at the end.</summary>
internal sealed class CheckListLines(string path, long most) : ICheckListTold
{
    private const int Buffer = 1 << 16;

    private readonly string _file = InputFile.Shown(path);
    private readonly StringWriter _lines = new();
    private long _told;

    public void Tell(UploadFinding finding)
    {
        if (_told++ >= most) return;
        _lines.Write($"{_file}:{finding.Line}: {OneLine.Whole(finding.What)} [{finding.Kind}]\n");
        if (_lines.GetStringBuilder().Length > Buffer) Flush();
    }

    public void End(UploadResult result)
    {
        Flush();
        if (_told > most)
            Console.WriteLine($"… and {Number(_told - most)} more; --all shows every one");
        foreach (var kind in UploadKinds.All.Where(result.Counts.ContainsKey))
            Console.WriteLine($"{Number(result.Counts[kind]),12}  {kind}");
        Console.WriteLine($"{Of(result.Meters, "meter")}: "
            + (result.Findings == 0 ? "nothing found" : Of(result.Findings, "finding")));
        Console.WriteLine("looked at: " + string.Join(", ", result.Columns.Select(
            one => UploadFieldSaid(one.Field, one.Header))));
        if (result.NotThere.Count > 0)
            Console.WriteLine("no column for: " + string.Join(", ", result.NotThere.Select(field => field.Name)));
        if (result.NotLookedAt.Count > 0)
            Console.WriteLine("not looked at: " + string.Join(", ", result.NotLookedAt.Select(OneLine.Beginning)));
    }

    public void Dispose() => Flush();

    private static string UploadFieldSaid(UploadField field, string header) =>
        string.Equals(field.Name, header, StringComparison.OrdinalIgnoreCase)
            ? field.Name
            : $"{field.Name} ({OneLine.Beginning(header)})";

    private void Flush()
    {
        Console.Out.Write(_lines.ToString());
        _lines.GetStringBuilder().Clear();
    }

    private static string Of(long count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
