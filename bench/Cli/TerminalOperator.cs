using HilBench.Roles;

namespace HilBench.Cli;

/// <summary>
/// Speaks to the person at the bench on standard error, so that verdicts on standard output stay clean.
/// </summary>
internal sealed class TerminalOperator : IOperator
{
    private Task<string?>? _typing;

    public void AskForKey(char key, IReadOnlyList<string> pad, int done)
    {
        Console.Error.WriteLine($"\npress {key}   (key {done + 1})");
        foreach (var row in PadDrawing.Draw(pad, key)) Console.Error.WriteLine("   " + row);
    }

    public bool? Saw(IReadOnlyList<string> lines, TimeSpan patience, CancellationToken stop)
    {
        Console.Error.WriteLine("\ndid the display just show this?  y / n");
        foreach (var line in GlassDrawing.Draw(lines, lines.Max(text => text.Length)))
            Console.Error.WriteLine("   " + line);
        return YesOrNo(patience, stop);
    }

    public bool? Confirms(string question, TimeSpan patience, CancellationToken stop)
    {
        Console.Error.WriteLine($"\n{question}  y / n");
        return YesOrNo(patience, stop);
    }

    public void Tell(string what) => Console.Error.WriteLine(what);

    private bool? YesOrNo(TimeSpan patience, CancellationToken stop)
    {
        var end = DateTime.UtcNow + patience;
        while (DateTime.UtcNow < end && !stop.IsCancellationRequested)
        {
            if (Answer(end - DateTime.UtcNow, stop) is not { } answer) return null;
            if (answer.StartsWith('y')) return true;
            if (answer.StartsWith('n')) return false;
            Console.Error.WriteLine("y or n, please");
        }

        return null;
    }

    /// <summary>
    /// A line from the keyboard, or null. A read that nobody answered is still there for the next question.
    /// </summary>
    private string? Answer(TimeSpan patience, CancellationToken stop)
    {
        _typing ??= Task.Run(Console.In.ReadLine, CancellationToken.None);
        try
        {
            if (patience <= TimeSpan.Zero || !_typing.Wait(patience, stop)) return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (AggregateException gone) when (gone.InnerException is IOException)
        {
            // The terminal was closed: nobody is there to answer.
            _typing = null;
            return null;
        }

        var answer = _typing.Result;
        _typing = null;
        return answer?.Trim().ToLowerInvariant();
    }
}
