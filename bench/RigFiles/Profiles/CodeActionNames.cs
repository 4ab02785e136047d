using HilBench.Meter;

namespace HilBench.RigFiles;

/// <summary>What a short code may do, by the names people use in a profile file.</summary>
internal static class CodeActionNames
{
    public static IReadOnlyDictionary<string, CodeAction> All { get; } = new Dictionary<string, CodeAction>
    {
        ["emergency credit"] = CodeAction.EmergencyCredit,
        ["commissioning"] = CodeAction.Commission,
    };
}
