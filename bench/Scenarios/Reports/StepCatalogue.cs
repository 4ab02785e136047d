using System.Reflection;
using System.Xml.Linq;
using HilBench.Scenarios.Engine;

namespace HilBench.Scenarios.Reports;

/// <summary>Every sentence a feature may use, with what its author wrote above it.</summary>
public static class StepCatalogue
{
    /// <summary>Given first, then When, then Then; alphabetical within.</summary>
    public static IReadOnlyList<Sentence> Of(StepEngine engine)
    {
        var summaries = new Dictionary<Assembly, IReadOnlyDictionary<string, string>>();
        return
        [
            .. engine.Sentences
                .SelectMany(step => step.Kinds.Select(kind => new Sentence(
                    kind, step.Expression, SummaryOf(step.Method, summaries), step.Needs)))
                .OrderBy(sentence => sentence.Kind)
                .ThenBy(sentence => sentence.Expression, StringComparer.Ordinal),
        ];
    }

    private static string? SummaryOf(
        MethodInfo method, Dictionary<Assembly, IReadOnlyDictionary<string, string>> summaries)
    {
        var assembly = method.DeclaringType!.Assembly;
        if (!summaries.TryGetValue(assembly, out var known)) summaries[assembly] = known = Read(assembly);
        return known.GetValueOrDefault(IdOf(method));
    }

    /// <summary>The compiler writes the comments beside the assembly; without that file there are none.</summary>
    private static Dictionary<string, string> Read(Assembly assembly)
    {
        var beside = Path.GetDirectoryName(assembly.Location);
        var folder = string.IsNullOrEmpty(beside) ? AppContext.BaseDirectory : beside;
        var file = Path.Combine(folder, assembly.GetName().Name + ".xml");
        if (!File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(
                member => member.Attribute("name")!.Value, member => OneLine(member.Element("summary")!.Value));
    }

    private static string IdOf(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType.FullName).ToArray();
        var list = parameters.Length == 0 ? "" : $"({string.Join(',', parameters)})";
        // A class inside a class has a + in its name, but a dot in the comments.
        return $"M:{method.DeclaringType!.FullName}.{method.Name}{list}".Replace('+', '.');
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>One sentence of the catalogue.</summary>
public sealed record Sentence(StepKind Kind, string Expression, string? Summary, IReadOnlyList<string> Needs);
