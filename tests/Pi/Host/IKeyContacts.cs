namespace HilBench.Pi;

/// <summary>How the bench closes and opens the contacts of the guest's keypad.</summary>
internal interface IKeyContacts
{
    void Close(char key);

    void Open(char key);

    /// <summary>
    /// False as long as the scanner cannot have seen yet that all contacts are open; true where this cannot be known.
    /// </summary>
    bool IsReleaseSeen { get; }

    /// <summary>
    /// What the bench itself did wrong since the last <see cref="Close"/>, such as answering a row too late for the
    /// scanner; a wrong key is then the bench's fault. Null when nothing went wrong.
    /// </summary>
    string? Excuse { get; }

    /// <summary>
    /// True when rows are answered from outside the machine, so that a key nobody pressed can be the bench's fault.
    /// </summary>
    bool MayErr { get; }
}
