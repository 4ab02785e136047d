using System.Text;

namespace HilBench.Cli;

/// <summary>
/// What is written to a terminal that may be closed in the meantime. From then on it goes nowhere instead of failing,
/// so that the program can end as it should: with its pins let go and its records saved.
/// </summary>
internal sealed class LastingOutput(TextWriter terminal, Action closed) : TextWriter
{
    private bool _isClosed;

    public override Encoding Encoding => terminal.Encoding;

    /// <summary>Lets standard output and standard error outlive the terminals they are.</summary>
    /// <param name="closed">Called when a terminal turns out to be closed.</param>
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
        catch (IOException)
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
        catch (IOException)
        {
            GiveUp();
        }
    }

    private void GiveUp()
    {
        _isClosed = true;
        closed();
    }
}
