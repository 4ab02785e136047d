namespace HilBench.TokenPort;

/// <summary>What the host of the port must do, in the order given.</summary>
public abstract record PortEffect
{
    private PortEffect()
    {
    }

    /// <summary>Put these characters on the line.</summary>
    public sealed record Send(ReadOnlyMemory<byte> Bytes) : PortEffect;

    /// <summary>Send and listen at this rate from now on.</summary>
    public sealed record ChangeBaud(int Baud) : PortEffect;

    /// <summary>Hand this token to the meter, and its answer to <see cref="TokenPortServer.Answered"/>.</summary>
    public sealed record EnterToken(string Digits) : PortEffect;

    /// <summary>Something a person who watches the port wants to know.</summary>
    public sealed record Note(string Text) : PortEffect;
}
