using System.Globalization;
using System.Xml;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// <c>junit.xml</c> as CI servers read it: one suite for each feature, one testcase for each scenario or example row.
/// Two runs with the same seed differ in the <c>time</c> attributes only.
/// </summary>
public static class JUnitReport
{
    public const string FileName = "junit.xml";

    /// <summary>Writes the file whole or not at all: it is renamed into place.</summary>
    public static void Write(string folder, IReadOnlyList<ScenarioResult> results)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        var unfinished = path + ".part";
        using (var writer = XmlWriter.Create(unfinished, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
            Write(writer, results);
        File.Move(unfinished, path, overwrite: true);
    }

    private static void Write(XmlWriter xml, IReadOnlyList<ScenarioResult> results)
    {
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, results);
        foreach (var feature in results.GroupBy(result => (result.Case.Place.File, result.Case.Feature)))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Clean(feature.Key.Feature));
            WriteCounts(xml, [.. feature]);
            foreach (var result in feature) WriteCase(xml, result);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<ScenarioResult> results)
    {
        int Count(Func<Verdict, bool> which) => results.Count(result => which(result.Verdict));
        var culture = CultureInfo.InvariantCulture;
        xml.WriteAttributeString("tests", results.Count.ToString(culture));
        xml.WriteAttributeString("failures", Count(verdict => verdict == Verdict.Failed).ToString(culture));
        xml.WriteAttributeString("errors", Count(IsError).ToString(culture));
        xml.WriteAttributeString("skipped", Count(verdict => verdict == Verdict.Aborted).ToString(culture));
        xml.WriteAttributeString("time", Seconds(results.Aggregate(TimeSpan.Zero, (sum, r) => sum + r.WallTime)));
    }

    private static void WriteCase(XmlWriter xml, ScenarioResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(result.Case.Feature));
        xml.WriteAttributeString("name", Clean(result.Case.Title));
        xml.WriteAttributeString("file", Clean(result.Case.Place.File));
        xml.WriteAttributeString("line", result.Case.Place.Line.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", Seconds(result.WallTime));
        if (result.Verdict == Verdict.Aborted)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", "Aborted");
            xml.WriteEndElement();
        }
        else if (result.Verdict != Verdict.Passed)
        {
            xml.WriteStartElement(IsError(result.Verdict) ? "error" : "failure");
            xml.WriteAttributeString("type", result.Verdict.ToString());
            xml.WriteAttributeString("message", Clean(result.Message ?? ""));
            xml.WriteString(Clean("\n" + string.Join('\n', FailureText.Of(result)) + "\n"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsError(Verdict verdict) => verdict is Verdict.Invalid or Verdict.RigFault or Verdict.Undefined;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A glass or a title may hold what XML cannot carry; a surrogate pair it can.</summary>
    private static string Clean(string text) => string.Concat(text.Select((character, at) =>
        XmlConvert.IsXmlChar(character) || IsPaired(text, at) ? character : '\uFFFD'));

    private static bool IsPaired(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
        || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));
}
