using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// Which key type may follow which (IEC 62055-41; docs/sts.md). A common key (DCTK) is for erasable magnetic cards: a
/// meter with a keypad never changes to it.
/// </summary>
internal static class KeyTypeRules
{
    public static bool Permits(KeyType from, KeyType to) => (from, to) switch
    {
        (_, KeyType.Dctk) => false,
        (KeyType.Ditk, KeyType.Ddtk or KeyType.Dutk) => true,
        (KeyType.Ddtk, KeyType.Ddtk or KeyType.Dutk) => true,
        (KeyType.Dutk, KeyType.Dutk or KeyType.Ddtk) => true,
        (KeyType.Dctk, KeyType.Ddtk) => true,
        _ => false,
    };
}
