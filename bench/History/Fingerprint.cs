using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using HilBench.Scenarios.Features;
using Org.BouncyCastle.Crypto.Digests;

namespace HilBench.History;

/// <summary>Short texts that are the same exactly when what they stand for is.</summary>
public static class Fingerprint
{
    private const int Digits = 12;

    /// <summary>The feature file a scenario was read from.</summary>
    public static string Of(ScenarioCase scenario) => Of(Encoding.UTF8.GetBytes(scenario.Source));

    /// <summary>A program with its libraries, and the rig file it was given.</summary>
    /// <param name="program">DLLs; each has an identity that its compiler gives to nothing else.</param>
    /// <param name="rigFile">Null when there is none.</param>
    public static string Of(IEnumerable<string> program, string? rigFile)
    {
        var modules = program.Select(IdentityOf).Order(StringComparer.Ordinal);
        byte[] rig = rigFile is not null && File.Exists(rigFile) ? File.ReadAllBytes(rigFile) : [];
        return Of([.. Encoding.UTF8.GetBytes(string.Join(' ', modules)), .. rig]);
    }

    private static string IdentityOf(string dll)
    {
        using var file = new PEReader(File.OpenRead(dll));
        var reader = file.GetMetadataReader();
        return reader.GetGuid(reader.GetModuleDefinition().Mvid).ToString();
    }

    /// <summary>Any bytes. Not by .NET's own hash, which ends the program where there is no libssl.</summary>
    public static string Of(byte[] bytes)
    {
        var sha = new Sha256Digest();
        sha.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[sha.GetDigestSize()];
        sha.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash)[..Digits];
    }
}
