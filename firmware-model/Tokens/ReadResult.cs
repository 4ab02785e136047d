namespace HilBench.Tokens;

/// <summary>What <see cref="TokenReader"/> can say of a number. Everything else is for the meter to decide.</summary>
public enum ReadResult
{
    Ok,

    /// <summary>Damaged, or enciphered under another key: the two cannot be told apart.</summary>
    CrcError,

    /// <summary>Class 3, which no token has.</summary>
    ReservedClass,
}
