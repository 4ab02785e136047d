using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HilBench.RigFiles;

namespace HilBench.Campaign.Plans;

/// <summary>The settings of a plan with some of them another; the others keep their lines.</summary>
internal static partial class PlanChanges
{
    /// <summary>Groups are gone into; whatever else stands in the changes replaces what was there.</summary>
    public static Setting Merge(Setting plan, Setting changes)
    {
        var members = new Dictionary<string, Setting>(plan.Members, StringComparer.Ordinal);
        foreach (var (name, change) in changes.Members)
        {
            members[name] = change.Value is Dictionary<string, Setting>
                && members.GetValueOrDefault(name) is { Value: Dictionary<string, Setting> } before
                    ? Merge(before, change)
                    : change;
        }

        return plan with { Value = members };
    }

    public static Setting Without(Setting plan, string name)
    {
        var members = new Dictionary<string, Setting>(plan.Members, StringComparer.Ordinal);
        members.Remove(name);
        return plan with { Value = members };
    }

    /// <summary>The plan with the number at this path another; null where no number stands there.</summary>
    public static Setting Set(Setting plan, string path, decimal value) => Set(plan, Steps(path), value);

    public static bool Has(Setting plan, string path) => Find(plan, path) is { Value: decimal };

    public static decimal ValueOf(Setting plan, string path) => (decimal)Find(plan, path)!.Value!;

    /// <summary>Every setting with its value, as the file has them: comments make no difference.</summary>
    public static string Text(Setting setting)
    {
        var text = new StringBuilder();
        Write(text, setting);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Setting setting)
    {
        switch (setting.Value)
        {
            case IReadOnlyDictionary<string, Setting> members:
                text.Append('{');
                foreach (var (name, member) in members)
                {
                    text.Append(name).Append(':');
                    Write(text, member);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case IReadOnlyList<Setting> items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{setting.Value}");
                break;
        }
    }

    private static Setting? Find(Setting plan, string path)
    {
        Setting? at = plan;
        foreach (var step in Steps(path))
        {
            at = at?.Value switch
            {
                Dictionary<string, Setting> members => members.GetValueOrDefault(step),
                List<Setting> items when int.TryParse(step, CultureInfo.InvariantCulture, out var index)
                    && index < items.Count => items[index],
                _ => null,
            };
        }

        return at;
    }

    private static Setting Set(Setting at, ReadOnlySpan<string> steps, decimal value)
    {
        if (steps.IsEmpty) return at with { Value = value };
        if (at.Value is List<Setting> items)
        {
            var index = int.Parse(steps[0], CultureInfo.InvariantCulture);
            var changed = new List<Setting>(items) { [index] = Set(items[index], steps[1..], value) };
            return at with { Value = changed };
        }

        var members = new Dictionary<string, Setting>(at.Members, StringComparer.Ordinal);
        members[steps[0]] = Set(members[steps[0]], steps[1..], value);
        return at with { Value = members };
    }

    /// <summary>"schedule[1].share" is schedule, 1, share.</summary>
    private static string[] Steps(string path) => Step().Split(path).Where(step => step.Length > 0).ToArray();

    [GeneratedRegex(@"[\[\].]+")]
    private static partial Regex Step();
}
