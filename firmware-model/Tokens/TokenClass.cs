namespace HilBench.Tokens;

/// <summary>The two class bits of a token (IEC 62055-41 §6.2).</summary>
public enum TokenClass : byte
{
    Credit = 0,

    /// <summary>Non-meter-specific management: test and display tokens, in clear text.</summary>
    Test = 1,

    /// <summary>Meter-specific management, key changes included.</summary>
    Management = 2,

    Reserved = 3,
}
