using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using HilBench.Input;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;

namespace HilBench.Lots.Deliveries;

/// <summary>
/// The report of a lot beside those of its meters: <c>lot.html</c> for people, <c>lot.json</c> for programs and
/// <c>lot.xml</c>, a testcase for each meter, for CI servers. Each is there whole or not at all.
/// </summary>
/// <param name="folder">Where the folders of the meters are, too.</param>
public sealed class LotReport(string folder)
{
    public const string PageName = "lot.html";
    public const string JsonName = "lot.json";
    public const string JUnitName = "lot.xml";

    private const string Style = """
        :root { color-scheme: light dark; --line: #d4d8de; --soft: #5b6470; --good: #1a7f37; --bad: #b3261e; }
        @media (prefers-color-scheme: dark) {
          :root { --line: #3a414b; --soft: #a4adb9; --good: #4ac26b; --bad: #ff8a80; }
        }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
        h1 { font-size: 1.5rem; margin-bottom: .2rem; } p.soft, td.soft { color: var(--soft); }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; }
        th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); text-align: left;
                 vertical-align: top; }
        .good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An older report of a lot would look like that of this one, were it killed.</summary>
    /// <exception cref="SettingsException">It cannot be written there.</exception>
    public void Begin() => Guarded(() =>
    {
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { PageName, JsonName }) File.Delete(Path.Combine(folder, name));
        Put(JUnitName, JUnit(
            [("the lot", "not judged", "the run has not finished: it goes on, or was killed")], "lot"));
    });

    /// <summary>All three.</summary>
    /// <param name="lot">What the sample says.</param>
    /// <param name="rig">The rig it was tested on.</param>
    /// <param name="seed">By which the sample was drawn.</param>
    /// <exception cref="SettingsException">It cannot be written there.</exception>
    public void Write(LotOutcome lot, string rig, ulong seed) => Guarded(() =>
    {
        Put(JsonName, JsonSerializer.Serialize(Told(lot, rig, seed), Json) + "\n");
        Put(PageName, Page(lot));
        Put(JUnitName, JUnit(
            [.. lot.Tested.Select(one => ($"meter {one.Meter.Serial}", one.Word, Reason(one))), LotCase(lot)],
            $"lot {lot.List}"));
    });

    private static (string Name, string Word, string Why) LotCase(LotOutcome lot) =>
        ("the lot is accepted", lot.IsAccepted ? "passed" : lot.IsRejected ? "failed" : "not judged", lot.Line);

    private static string Reason(TestedMeter one) => one.Why ?? string.Join('\n', one.Reds);

    private static object Told(LotOutcome lot, string rig, ulong seed) => new
    {
        lot.List,
        Rig = rig,
        Seed = seed,
        lot.Size,
        lot.Drawn,
        MayFail = lot.Plan.Accept,
        lot.Failed,
        NotJudged = lot.Open,
        Verdict = lot.IsRejected ? "rejected" : lot.IsAccepted ? "accepted" : "not decided",
        Meters = lot.Tested.Select(one => new
        {
            one.Meter.Serial,
            MeterNumber = one.Meter.Key.Pan.ToString(),
            Verdict = one.Word,
            one.Why,
            Scenarios = one.Verdicts.OrderBy(pair => pair.Key)
                .ToDictionary(pair => pair.Key.Word(), pair => pair.Value),
            one.Reds,
        }),
    };

    private static string Page(LotOutcome lot)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Lot {Html(lot.List)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>Lot {Html(lot.List)}</h1>
            <p class="{(lot.IsAccepted ? "good" : "bad")}">{Html(lot.Line)}</p>
            <table>
            <tr><th>meter</th><th>number</th><th>verdict</th><th>scenarios</th><th>what did not pass</th></tr>

            """);
        foreach (var one in lot.Tested) page.Append(Row(one));
        page.Append("</table>\n");
        if (lot.Drawn > lot.Tested.Count)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"soft\">{lot.Drawn - lot.Tested.Count} meters of the sample were not tested.</p>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static string Row(TestedMeter one)
    {
        var serial = Html(one.Meter.Serial);
        var name = one.Why is null ? $"<a href=\"{serial}/report.html\">{serial}</a>" : serial;
        var counts = string.Join(", ", one.Verdicts.OrderBy(pair => pair.Key)
            .Select(pair => $"{pair.Value} {pair.Key.Word()}"));
        return $"<tr><td>{name}</td><td>{one.Meter.Key.Pan}</td>"
            + $"<td class=\"{(one.Word == "passed" ? "good" : "bad")}\">{one.Word}</td><td>{counts}</td>"
            + $"<td class=\"soft\">{Html(Reason(one)).Replace("\n", "<br>", StringComparison.Ordinal)}</td></tr>\n";
    }

    private static string Html(string text) => WebUtility.HtmlEncode(Printable.Lines(text));

    private static string JUnit(IReadOnlyList<(string Name, string Word, string Why)> cases, string suite)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Printable.Line(suite));
            var culture = CultureInfo.InvariantCulture;
            xml.WriteAttributeString("tests", cases.Count.ToString(culture));
            xml.WriteAttributeString("failures", cases.Count(one => one.Word == "failed").ToString(culture));
            xml.WriteAttributeString("errors", cases.Count(one => one.Word == "not judged").ToString(culture));
            foreach (var (name, word, why) in cases)
            {
                xml.WriteStartElement("testcase");
                xml.WriteAttributeString("classname", Printable.Line(suite));
                xml.WriteAttributeString("name", name);
                if (word != "passed")
                {
                    xml.WriteStartElement(word == "failed" ? "failure" : "error");
                    xml.WriteAttributeString("message", Printable.Line(why.Split('\n')[0]));
                    xml.WriteString(Printable.Lines(why));
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        // A text in memory is UTF-16, and says so; the file is not.
        return text.ToString().Replace("encoding=\"utf-16\"", "encoding=\"utf-8\"", StringComparison.Ordinal);
    }

    private void Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path + ".part", text, new UTF8Encoding(false));
        File.Move(path + ".part", path, overwrite: true);
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
                $"--report \"{Printable.Line(folder)}\": cannot be written: {OneLine.Whole(wrong.Message)}");
        }
    }
}
