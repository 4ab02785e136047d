using System.Text;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.PayloadProcessing;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// The official Cucumber reports: the messages, a JSON object a line, and the page that Cucumber's own formatter makes
/// of them. The page opens from disk and needs no network.
/// </summary>
public sealed class CucumberReports
{
    public const string MessagesName = "messages.ndjson";
    public const string PageName = "report.html";

    private const string EmptyBody = "\"body\":\"\"";

    /// <summary>A multiple of three, or base64 would be padded in between.</summary>
    private const int PieceBytes = 48 * 1024;

    private readonly string _title;
    private readonly bool _tellsChanges;
    private readonly List<Envelope> _messages;
    private readonly Dictionary<Envelope, string> _told;
    private readonly Dictionary<Envelope, byte[]> _bodies = new(ReferenceEqualityComparer.Instance);

    /// <param name="run">The run.</param>
    /// <param name="pictures">Those of the run, which take time to draw; drawn for this if not given.</param>
    public CucumberReports(RunRecord run, ReportPictures? pictures = null)
    {
        (_title, _tellsChanges) = (CucumberPage.TitleOf(run.Rig, run.Seed), run.Changes is not null);
        _messages = [.. new CucumberMessages(run, pictures ?? new ReportPictures(run), _bodies).All()];
        _told = new Dictionary<Envelope, string>(_messages.Count, ReferenceEqualityComparer.Instance);
        foreach (var message in _messages) _told.Add(message, NdjsonSerializer.Serialize(message));
    }

    public void WriteMessages(Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var message in _messages)
        {
            foreach (var piece in Pieces(message)) writer.Write(piece);
            writer.WriteLine();
        }
    }

    public void WritePage(Stream to) => CucumberPage.Write(to, _title, _messages, Pieces, _tellsChanges);

    /// <summary>The bytes of a file become base64 only here, piece by piece.</summary>
    private IEnumerable<string> Pieces(Envelope message)
    {
        var told = _told[message];
        if (!_bodies.TryGetValue(message, out var body))
        {
            yield return told;
            yield break;
        }

        var at = told.IndexOf(EmptyBody, StringComparison.Ordinal) + EmptyBody.Length - 1;
        yield return told[..at];
        for (var done = 0; done < body.Length; done += PieceBytes)
            yield return Convert.ToBase64String(body, done, Math.Min(PieceBytes, body.Length - done));
        yield return told[at..];
    }
}
