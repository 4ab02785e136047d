using System.Text;
using Cucumber.HtmlFormatter;
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

    private readonly string _title;
    private readonly List<Envelope> _messages;
    private readonly Dictionary<Envelope, string> _told;

    public CucumberReports(RunRecord run)
    {
        _title = $"HilBench on rig {run.Rig}, seed {run.Seed}";
        _messages = [.. new CucumberMessages(run).All()];
        _told = new Dictionary<Envelope, string>(_messages.Count, ReferenceEqualityComparer.Instance);
        foreach (var message in _messages) _told.Add(message, NdjsonSerializer.Serialize(message));
    }

    public void WriteMessages(Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var message in _messages) writer.WriteLine(_told[message]);
    }

    public void WritePage(Stream to) => WritePageAsync(to).GetAwaiter().GetResult();

    private async Task WritePageAsync(Stream to)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true);
        await using var page = new MessagesToHtmlWriter(
            writer,
            (into, message) => into.WriteAsync(_told[message]),
            new HtmlReportSettings { Title = _title });
        foreach (var message in _messages) await page.WriteAsync(message);
    }
}
