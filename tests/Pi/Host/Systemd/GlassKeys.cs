using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// Finds out from the display what the scanner saw: a digit appears behind those typed before, and Enter brings an
/// answer. For a meter that traces no keys, as a service does not.
/// </summary>
/// <param name="enter">The key that ends an entry.</param>
internal sealed class GlassKeys(char enter)
{
    /// <summary>Stands for no key: the display changed in a way that no key explains.</summary>
    private const char Unexplained = '?';

    private string _typed = "";

    /// <summary>The keys that explain this settled picture after the one before.</summary>
    public string Explain(GlassPicture picture)
    {
        var digits = string.Concat(picture.Lines).Replace(" ", "", StringComparison.Ordinal);
        var isEntry = digits.Length > 0 && !digits.AsSpan().ContainsAnyExceptInRange('0', '9');
        var before = _typed;
        _typed = isEntry ? digits : "";
        if (!isEntry) return before.Length > 0 ? enter.ToString() : "";
        return digits.StartsWith(before, StringComparison.Ordinal)
            ? digits[before.Length..]
            : Unexplained.ToString();
    }

    /// <summary>The power is off, and what was typed is lost.</summary>
    public void Forget() => _typed = "";
}
