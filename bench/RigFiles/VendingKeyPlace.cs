using HilBench.Input;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>
/// Where a vending key is: in an environment variable, or in a file. It never stands in a file that people read and
/// hand on. No message repeats what was written in its place, for it may be the key itself, nor what it points at.
/// </summary>
public static class VendingKeyPlace
{
    private const string OfEnvironment = "env:";

    /// <param name="where"><c>env:NAME</c>, or the name of a file with the hex digits of the key.</param>
    /// <param name="folder">Where such a file lies.</param>
    /// <exception cref="FormatException">There is none; the message goes on after the name of the setting.</exception>
    public static VendingKey Read(string where, string folder)
    {
        var hex = where.StartsWith(OfEnvironment, StringComparison.Ordinal)
            ? Environment.GetEnvironmentVariable(where[OfEnvironment.Length..])
                ?? throw new FormatException(" names an environment variable that is not set")
            : KeyFile(Path.Combine(folder, where));
        return VendingKey.TryParse(hex.Trim(), out var key, out var reason)
            ? key! : throw new FormatException($": {reason}");
    }

    private static string KeyFile(string path)
    {
        if (!Path.Exists(path))
        {
            throw new FormatException(
                $" names no file that is there; write {OfEnvironment}NAME, or the name of a file beside this one that "
                + "holds the key, never the key itself");
        }

        try
        {
            return InputFile.ReadText(path);
        }
        catch (SettingsException unreadable)
        {
            throw new FormatException($": {unreadable.Message}");
        }
    }
}
