using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using HilBench.Input;
using HilBench.Scenarios;
using HilBench.Scenarios.Reports;

namespace HilBench.Runs;

/// <summary>The test cases of all shards in one <c>junit.xml</c>, as one run would have written it.</summary>
internal static class MergedJUnit
{
    public static void Write(ShardReports reports, DateTime began, Stream to)
    {
        var suites = new XElement("testsuites");
        Count(suites, [.. reports.All.SelectMany(CasesOf)], began);
        var cases = reports.All.ToDictionary(one => one, one => CasesOf(one).ToLookup(KeyOf));
        XElement? suite = null;
        foreach (var (report, scenario) in reports.Scenarios)
        {
            var one = cases[report][(scenario.Suite, scenario.Name)].FirstOrDefault()
                ?? throw new SettingsException(
                    $"{Printable.Line(report.PathOf(JUnitReport.FileName))}: it has no testcase for "
                    + $"{scenario.File}:{scenario.Line}");
            if (suite is null || KeyOf(suite.Elements("testcase").Last()).Suite != scenario.Suite)
            {
                suite = new XElement("testsuite", one.Parent!.Attribute("name"), one.Parent.Element("properties"));
                suites.Add(suite);
            }

            suite.Add(one);
        }

        foreach (var one in suites.Elements()) Count(one, [.. one.Elements("testcase")], began);
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { Indent = true, NewLineChars = "\n" });
        suites.Save(xml);
    }

    private static (string Suite, string Name) KeyOf(XElement one) =>
        ((string?)one.Attribute("classname") ?? "", (string?)one.Attribute("name") ?? "");

    private static List<XElement> CasesOf(ShardReport report)
    {
        var path = report.PathOf(JUnitReport.FileName);
        try
        {
            using var file = File.OpenRead(path);
            return [.. XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("testcase")];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or XmlException)
        {
            throw new SettingsException($"{Printable.Line(path)}: cannot be read: {wrong.Message}");
        }
    }

    private static void Count(XElement of, IReadOnlyList<XElement> cases, DateTime began)
    {
        var culture = CultureInfo.InvariantCulture;
        of.SetAttributeValue("tests", cases.Count);
        foreach (var (total, one) in new[] { ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") })
            of.SetAttributeValue(total, cases.Count(item => item.Element(one) is not null));
        var seconds = cases.Sum(item => (double?)item.Attribute("time") ?? 0);
        of.SetAttributeValue("time", seconds.ToString("0.000", culture));
        of.SetAttributeValue("timestamp", began.ToString("yyyy-MM-ddTHH:mm:ssZ", culture));
    }
}
