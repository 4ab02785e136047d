namespace HilBench.Cli.Tests.Fixture;

/// <summary>
/// A standard stream as a process has it that was started with pipes: it cannot seek, and it stays open for others when
/// one of its users closes it.
/// </summary>
internal sealed class PipeEnd : MemoryStream
{
    /// <summary>A pipe to write to.</summary>
    public PipeEnd()
    {
    }

    /// <summary>A pipe to read these bytes from, and then its end.</summary>
    public PipeEnd(byte[] bytes) : base(bytes, writable: false)
    {
    }

    public override bool CanSeek => false;

    protected override void Dispose(bool disposing)
    {
    }
}
