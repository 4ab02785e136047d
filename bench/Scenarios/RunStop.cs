namespace HilBench.Scenarios;

/// <summary>
/// Somebody may want the run to end in the middle of a scenario. Injected as a class, because only classes are: our
/// container would take a struct, Reqnroll's refuses one.
/// </summary>
public sealed class RunStop(CancellationToken token)
{
    private bool _cleansUp;

    /// <summary>Nobody stops it.</summary>
    public static RunStop Never { get; } = new(CancellationToken.None);

    /// <summary>Ends waits that nothing else would end.</summary>
    public CancellationToken Token { get; } = token;

    /// <summary>To be called between two keys, two tokens, two looks at the glass: wherever time is spent.</summary>
    /// <exception cref="OperationCanceledException">The run is to end.</exception>
    public void ThrowIfAsked()
    {
        if (!_cleansUp) Token.ThrowIfCancellationRequested();
    }

    /// <summary>The steps are over. What comes now opens contacts and closes ports, and must not be stopped.</summary>
    internal void LetCleanUp() => _cleansUp = true;
}
