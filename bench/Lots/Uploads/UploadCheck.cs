using HilBench.Input;
using nietras.SeparatedValues;

namespace HilBench.Lots.Uploads;

/// <summary>
/// Goes once through an upload file: a line for each meter, its columns named by the first line. What is wrong is told
/// as it is found, in the order of the lines; what can only be seen in the whole file comes last.
/// </summary>
public sealed class UploadCheck
{
    private const int LinesBetweenLooks = 4096;

    private readonly string _file;
    private readonly Action<UploadFinding> _tell;
    private readonly Dictionary<string, long> _counts = [];
    private readonly SeenNumbers _seen = new();
    private readonly RevisionDates _dates = new();
    private TextHead? _input;
    private long _line = 1;

    /// <param name="file">The file as the user knows it.</param>
    /// <param name="tell">Told of each finding.</param>
    public UploadCheck(string file, Action<UploadFinding> tell) => (_file, _tell) = (file, tell);

    /// <summary>How many bytes have been read so far; another thread may ask.</summary>
    public long BytesRead => Volatile.Read(ref _input)?.BytesRead ?? 0;

    /// <summary>What the memory of meter numbers takes.</summary>
    public long BytesOfNumbers => _seen.Bytes;

    /// <summary>Reads all of it.</summary>
    /// <param name="stream">The file, from its first byte.</param>
    /// <param name="columns">Headers by field, where the first line does not make them clear.</param>
    /// <param name="stop">Ends it soon.</param>
    /// <exception cref="SettingsException">It is no such file; the message is one line.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public UploadResult Run(Stream stream, IReadOnlyDictionary<UploadField, string> columns, CancellationToken stop)
    {
        try
        {
            using var input = new TextHead(_file, stream);
            Volatile.Write(ref _input, input);
            return Read(input, columns, stop);
        }
        catch (NotSupportedException)
        {
            throw new SettingsException(
                $"{_file}:{_line}: a line after this one has more than 16 million characters; a quote is not closed, "
                + "or this is no such file");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{_file}: cannot be read: {OneLine.Whole(failure.Message)}");
        }
    }

    private UploadResult Read(
        TextHead input, IReadOnlyDictionary<UploadField, string> columns, CancellationToken stop)
    {
        // The first line is read like any other: the library would refuse two columns of one name in its own words.
        using var reader = Sep.New(input.Separator).Reader(options => options with
        {
            HasHeader = false, Unescape = true, DisableColCountCheck = true,
        }).From(input);
        UploadHeader? header = null;
        UploadLines? lines = null;
        long meters = 0;
        foreach (var row in reader)
        {
            _line = row.LineNumberFrom;
            if (row.ColCount == 1 && row[0].Span.Trim().IsEmpty) continue;
            if (row.LineNumberToExcl - row.LineNumberFrom > 1)
            {
                Tell(_line, UploadKinds.Quote, $"a quote opens a field here that goes on for {Lines(row)} more, and no "
                    + "meter is looked for in them; close it, or write a quote that is meant as one twice within "
                    + "quotes");
            }

            if (lines is null)
            {
                header = new UploadHeader(_file, Names(row), columns);
                lines = new UploadLines(header, _seen, _dates, Tell);
                continue;
            }

            lines.Check(row, _line);
            if (++meters % LinesBetweenLooks == 0) stop.ThrowIfCancellationRequested();
        }

        if (header is null)
            throw new SettingsException($"{_file}:1: the file has no first line that names the columns");
        if (meters == 0) throw new SettingsException($"{_file}: there is no meter below the first line");
        foreach (var finding in _dates.Findings()) Tell(finding.Line, finding.Kind, finding.What);
        return new UploadResult(meters, _counts, header.Columns, header.NotThere, header.NotLookedAt);
    }

    private static string Lines(SepReader.Row row) =>
        row.LineNumberToExcl - row.LineNumberFrom is 2 ? "a line"
            : $"{row.LineNumberToExcl - row.LineNumberFrom - 1:#,0} lines";

    private static string[] Names(SepReader.Row row)
    {
        var names = new string[row.ColCount];
        for (var at = 0; at < names.Length; at++) names[at] = row[at].ToString();
        return names;
    }

    private void Tell(long line, string kind, string what)
    {
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        _tell(new UploadFinding(line, kind, what));
    }
}
