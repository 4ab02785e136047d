using HilBench.Roles;

namespace HilBench.Web.Hand;

/// <summary>The person at the bench, asked on the page: where keys are pressed or glass is read by hand.</summary>
internal sealed class WebOperator(Action<OperatorPrompt?> show) : IOperator
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<bool>? _asked;

    /// <summary>Somebody on the page has answered.</summary>
    public void Answer(bool isSo)
    {
        lock (_lock) _asked?.TrySetResult(isSo);
    }

    public void AskForKey(char key, IReadOnlyList<string> pad, int done) =>
        show(new OperatorPrompt("Press the key {0}", WantsAnswer: false, Key: key));

    public bool? Saw(IReadOnlyList<string> lines, TimeSpan patience, CancellationToken stop) =>
        Ask(new OperatorPrompt("Did these lines stand on the display?", WantsAnswer: true, lines), patience, stop);

    public bool? Confirms(string question, TimeSpan patience, CancellationToken stop) =>
        Ask(new OperatorPrompt(question, WantsAnswer: true), patience, stop);

    public void Tell(string what) => show(new OperatorPrompt(what, WantsAnswer: false));

    private bool? Ask(OperatorPrompt prompt, TimeSpan patience, CancellationToken stop)
    {
        var asked = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _asked = asked;
        show(prompt);
        try
        {
            return asked.Task.Wait((int)patience.TotalMilliseconds, stop) ? asked.Task.Result : null;
        }
        finally
        {
            lock (_lock) _asked = null;
            show(null);
        }
    }
}
