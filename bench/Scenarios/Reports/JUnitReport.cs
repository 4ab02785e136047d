using System.Globalization;
using System.Xml;
using HilBench.Input;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// <c>junit.xml</c> as CI servers read it: one suite for each feature file, one testcase for each scenario or example
/// row. No two testcases have the same <c>classname</c> and <c>name</c>, because a CI server keeps one of two and drops
/// the other. Two runs with the same seed differ only in the attributes <c>time</c> and <c>timestamp</c>.
/// </summary>
public static class JUnitReport
{
    public const string FileName = "junit.xml";

    private const string RefusedSuite = "hilbench run";

    public static void Write(Stream to, RunRecord run, ReportPictures? pictures = null) => WriteDocument(to, xml =>
    {
        var cases = JUnitCase.Of(run, pictures);
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, cases, run.Began);
        foreach (var feature in cases.GroupBy(one => (one.Case.Place.File, one.Case.Feature)))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Printable.Line(feature.Key.Feature));
            WriteCounts(xml, [.. feature], run.Began);
            WriteProperties(
                xml,
                [
                    ("seed", run.Seed.ToString(CultureInfo.InvariantCulture)), ("rig", run.Rig),
                    ("program", ProgramVersion.Whole),
                ]);
            foreach (var one in feature) WriteCase(xml, one);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    /// <summary>
    /// A run that never began, or was killed, is an error in the report too: an old report, or none, would look green.
    /// </summary>
    public static void Write(Stream to, RefusedRun run) => WriteDocument(to, xml =>
    {
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, (Tests: 1, Failures: 0, Errors: 1, Skipped: 0), TimeSpan.Zero, run.Began);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", RefusedSuite);
        WriteCounts(xml, (Tests: 1, Failures: 0, Errors: 1, Skipped: 0), TimeSpan.Zero, run.Began);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", RefusedSuite);
        xml.WriteAttributeString("name", run.What);
        xml.WriteAttributeString("time", Seconds(TimeSpan.Zero));
        WriteProperties(xml, [("verdict", run.Verdict.ToString())]);
        xml.WriteStartElement("error");
        xml.WriteAttributeString("type", run.Verdict.ToString());
        xml.WriteAttributeString("message", Printable.Lines(run.Lines[0]));
        xml.WriteString(Printable.Lines("\n" + string.Join('\n', run.Lines) + "\n"));
        for (var open = 0; open < 4; open++) xml.WriteEndElement();
    });

    private static void WriteDocument(Stream to, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { Indent = true, NewLineChars = "\n" });
        write(xml);
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<JUnitCase> cases, DateTime began) => WriteCounts(
        xml,
        (cases.Count, Count(cases, JUnitOutcome.Failure), Count(cases, JUnitOutcome.Error),
            Count(cases, JUnitOutcome.Skipped)),
        cases.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Time),
        began);

    private static int Count(IReadOnlyList<JUnitCase> cases, JUnitOutcome outcome) =>
        cases.Count(one => one.Outcome == outcome);

    private static void WriteCounts(
        XmlWriter xml, (int Tests, int Failures, int Errors, int Skipped) counts, TimeSpan time, DateTime began)
    {
        var culture = CultureInfo.InvariantCulture;
        xml.WriteAttributeString("tests", counts.Tests.ToString(culture));
        xml.WriteAttributeString("failures", counts.Failures.ToString(culture));
        xml.WriteAttributeString("errors", counts.Errors.ToString(culture));
        xml.WriteAttributeString("skipped", counts.Skipped.ToString(culture));
        xml.WriteAttributeString("time", Seconds(time));
        xml.WriteAttributeString("timestamp", began.ToString("yyyy-MM-ddTHH:mm:ssZ", culture));
    }

    private static void WriteCase(XmlWriter xml, JUnitCase one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", one.Suite);
        xml.WriteAttributeString("name", one.Name);
        xml.WriteAttributeString("file", Printable.Line(one.Case.Place.File));
        xml.WriteAttributeString("line", one.Case.Place.Line.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", Seconds(one.Time));
        WriteProperties(xml, one.Properties);
        if (one.Outcome != JUnitOutcome.Passed)
        {
            xml.WriteStartElement(one.Outcome.ToString().ToLowerInvariant());
            if (one.Outcome != JUnitOutcome.Skipped) xml.WriteAttributeString("type", one.Verdict);
            xml.WriteAttributeString("message", Printable.Lines(one.Message));
            if (one.Text.Count > 0) xml.WriteString(Printable.Lines("\n" + string.Join('\n', one.Text) + "\n"));
            xml.WriteEndElement();
        }

        if (one.Output.Count > 0)
            xml.WriteElementString("system-out", Printable.Lines("\n" + string.Join('\n', one.Output) + "\n"));
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, IEnumerable<(string Name, string Value)> properties)
    {
        xml.WriteStartElement("properties");
        foreach (var (name, value) in properties)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", Printable.Line(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
