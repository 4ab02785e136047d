using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>The lines that a page of the docs tells its reader to type.</summary>
internal static class DocsLines
{
    private const string Fence = "```";

    /// <summary>The first block under this heading, without the remarks behind the lines.</summary>
    public static IReadOnlyList<string> Under(string heading, string page)
    {
        var lines = File.ReadAllLines(page).SkipWhile(line => line != heading).SkipWhile(line => line != Fence).Skip(1)
            .TakeWhile(line => line != Fence)
            .Select(line => line.Split(" #")[0].TrimEnd())
            .ToArray();
        return lines.Length > 0 ? lines : throw new RigFaultException($"{page}: nothing to type under \"{heading}\"");
    }
}
