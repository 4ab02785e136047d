namespace HilBench.Cli;

/// <summary>
/// The features that come beside an installed program. Whoever has a folder <c>features</c> where he stands means that
/// one; elsewhere <c>features</c>, and everything below it, means the shipped ones. A program that was built in a
/// checkout has none beside it: the checkout has them.
/// </summary>
internal static class ShippedFeatures
{
    public const string Name = "features";

    /// <summary>Null when none lie beside the program.</summary>
    public static string? Folder =>
        Path.Combine(Surroundings.Current.Folder, Name) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The paths to run: as they were typed where there is such a file, else the shipped one.</summary>
    /// <param name="typed">None means all features.</param>
    /// <param name="tell">Told in one line when shipped ones are taken.</param>
    public static IReadOnlyList<string> For(IReadOnlyList<string> typed, Action<string> tell)
    {
        IReadOnlyList<string> wanted = typed.Count > 0 ? typed : [Name];
        if (Folder is not { } folder || Directory.Exists(Name)) return wanted;
        string[] taken = [.. wanted.Select(path => Beside(path, folder) ?? path)];
        if (!taken.SequenceEqual(wanted))
            tell($"there is no folder {Name} here; these are the ones of the bench, in {folder}");
        return taken;
    }

    private static string? Beside(string path, string folder)
    {
        var words = path.Replace('\\', '/');
        if (words == Name) return folder;
        if (!words.StartsWith(Name + "/", StringComparison.Ordinal)) return null;
        var shipped = Path.GetFullPath(words[(Name.Length + 1)..], folder);
        // Whatever else it is, it is told under the name that was typed.
        return shipped.StartsWith(folder, StringComparison.Ordinal) && IsThere(shipped) ? shipped : null;
    }

    private static bool IsThere(string path)
    {
        if (Path.Exists(path)) return true;
        var colon = path.LastIndexOf(':');
        return colon > 0 && File.Exists(path[..colon]);
    }
}
