namespace HilBench.Tokens;

/// <summary>The key type, KT (IEC 62055-41 §6.5.2.2).</summary>
public enum KeyType : byte
{
    /// <summary>Initialisation key, put in by the maker.</summary>
    Ditk = 0,

    /// <summary>Default key of a maker or supply group: no credit is sold under it.</summary>
    Ddtk = 1,

    /// <summary>Unique key: the key of nearly every installed meter.</summary>
    Dutk = 2,

    /// <summary>Common key, for erasable magnetic cards only.</summary>
    Dctk = 3,
}
