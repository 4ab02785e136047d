namespace HilBench.TokenPort;

/// <summary>Where a conversation stands (IEC 62056-21, annex A).</summary>
public enum PortPhase
{
    /// <summary>At 300 baud, for a sign-on.</summary>
    Listening,

    /// <summary>The meter has introduced itself and waits for an option select.</summary>
    Identified,

    /// <summary>The read-out is out; it is acknowledged, or asked for again.</summary>
    ReadOut,

    /// <summary>Commands are taken until a break or until nothing comes for too long.</summary>
    Programming,
}
