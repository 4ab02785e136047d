using System.Text;

namespace HilBench.Cli;

/// <summary>
/// Writes to a terminal that may be closed while the program runs. After that, what is written is dropped instead of
/// throwing, so that the program can end properly: with its pins let go and its records saved.
/// </summary>
internal sealed class LastingOutput(TextWriter terminal, Action closed) : TextWriter
{
    private bool _isClosed;

    public override Encoding Encoding => terminal.Encoding;

    /// <summary>Puts one around standard output and one around standard error, where these are terminals.</summary>
    /// <param name="closed">Called when a write finds the terminal closed.</param>
    public static void Install(Action closed)
    {
        if (!Surroundings.Current.IsOutputRedirected) Console.SetOut(new LastingOutput(Console.Out, closed));
        if (!Surroundings.Current.IsErrorRedirected) Console.SetError(new LastingOutput(Console.Error, closed));
    }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (_isClosed) return;
        try
        {
            terminal.Write(buffer);
        }
        catch (Exception wrong) when (IsGone(wrong))
        {
            GiveUp();
        }
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush()
    {
        if (_isClosed) return;
        try
        {
            terminal.Flush();
        }
        catch (Exception wrong) when (IsGone(wrong))
        {
            GiveUp();
        }
    }

    /// <summary>A program that was started without this output has no access to it, says .NET.</summary>
    private static bool IsGone(Exception wrong) => wrong is IOException or UnauthorizedAccessException;

    private void GiveUp()
    {
        _isClosed = true;
        closed();
    }
}
