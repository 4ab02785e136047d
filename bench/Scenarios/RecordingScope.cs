namespace HilBench.Scenarios;

/// <summary>Which scenarios of a run leave a recording.</summary>
public enum RecordingScope
{
    None,

    /// <summary>Those that did not pass.</summary>
    Red,

    All,
}
