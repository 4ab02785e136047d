using System.Text;

namespace HilBench.Cli;

/// <summary>
/// Standard output whose failures can be told from those of any other file: a full disk under it is not a mistake of
/// the bench.
/// </summary>
internal sealed class TruthfulOutput(TextWriter output) : TextWriter
{
    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        try
        {
            output.Write(buffer);
        }
        catch (Exception wrong) when (IsFailure(wrong))
        {
            throw new OutputException(wrong);
        }
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush()
    {
        try
        {
            output.Flush();
        }
        catch (Exception wrong) when (IsFailure(wrong))
        {
            throw new OutputException(wrong);
        }
    }

    /// <summary>A program that was started without standard output has no access to it, says .NET.</summary>
    private static bool IsFailure(Exception wrong) =>
        wrong is IOException || (wrong is UnauthorizedAccessException closed && StandardOutput.IsClosed(closed));
}

/// <summary>Standard output cannot be written to; the message is one line.</summary>
internal sealed class OutputException(Exception cause)
    : IOException($"hilbench: cannot write to standard output: {Why(cause)}", cause)
{
    private static string Why(Exception cause) =>
        cause is UnauthorizedAccessException { InnerException: { } closed } ? closed.Message : cause.Message;
}
