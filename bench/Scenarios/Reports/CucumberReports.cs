using System.Text;
using Cucumber.HtmlFormatter;
using Reqnroll.Formatters.PayloadProcessing;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// The official Cucumber reports: the messages, a JSON object a line, and the page that Cucumber's own formatter makes
/// of them. The page opens from disk and needs no network.
/// </summary>
public static class CucumberReports
{
    public const string MessagesName = "messages.ndjson";
    public const string PageName = "report.html";

    public static void WriteMessages(Stream to, RunRecord run)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var message in new CucumberMessages(run).All()) writer.WriteLine(NdjsonSerializer.Serialize(message));
    }

    public static void WritePage(Stream to, RunRecord run) => WritePageAsync(to, run).GetAwaiter().GetResult();

    private static async Task WritePageAsync(Stream to, RunRecord run)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true);
        await using var page = new MessagesToHtmlWriter(
            writer,
            (into, message) => into.WriteAsync(NdjsonSerializer.Serialize(message)),
            new HtmlReportSettings { Title = $"HilBench on rig {run.Rig}, seed {run.Seed}" });
        foreach (var message in new CucumberMessages(run).All()) await page.WriteAsync(message);
    }
}
