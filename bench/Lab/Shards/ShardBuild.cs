using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace HilBench.Lab.Shards;

/// <summary>
/// Names the program that lives shards: results of two that differ do not belong together. Each compilation has a
/// number of its own. The processor and the runtime are in it, because logarithms come from them.
/// </summary>
internal static class ShardBuild
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>Libraries that decide about bytes of results.</summary>
    private static readonly string[] Prefixes = ["HilBench.", "Parquet"];

    public static string Here { get; } = Of(typeof(ShardBuild).Assembly);

    private static string Of(Assembly root)
    {
        var all = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
        Collect(root, all);
        // FNV-1a: it tells builds apart; it does not have to keep anybody out.
        var hash = Basis;
        foreach (var part in all.Values.SelectMany(number => number.ToByteArray()).Concat(Machine()))
            hash = unchecked((hash ^ part) * Prime);
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<byte> Machine() => System.Text.Encoding.UTF8.GetBytes(
        $"{RuntimeInformation.ProcessArchitecture} {Environment.Version}");

    private static void Collect(Assembly one, SortedDictionary<string, Guid> all)
    {
        if (!all.TryAdd(one.GetName().Name!, one.ManifestModule.ModuleVersionId)) return;
        foreach (var used in one.GetReferencedAssemblies())
        {
            if (Prefixes.Any(prefix => used.Name!.StartsWith(prefix, StringComparison.Ordinal)))
                Collect(Assembly.Load(used), all);
        }
    }
}
