namespace HilBench.Pi;

/// <summary>How a finger gets at the guest's keypad.</summary>
internal interface IKeyContacts
{
    void Close(char key);

    void Open(char key);

    /// <summary>
    /// False as long as the scanner cannot have seen yet that all contacts are open. True where nobody can tell.
    /// </summary>
    bool IsReleaseSeen { get; }

    /// <summary>
    /// What the bench itself did wrong since the last <see cref="Close"/>, such as answering a row too late for the
    /// scanner: a wrong key is its doing then. Null: nothing.
    /// </summary>
    string? Excuse { get; }

    /// <summary>Rows are answered from outside, so a key that nobody pressed can be the bench's doing.</summary>
    bool MayErr { get; }
}
