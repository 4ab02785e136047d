namespace HilBench.Physical;

/// <summary>
/// What must still happen when the process is about to die without an orderly end: contacts opened, pins let go. Who
/// hears of the end (a second Ctrl-C, SIGHUP, an exception nobody caught) calls <see cref="Execute"/>; whoever ends in
/// order withdraws first.
/// </summary>
public sealed class LastWill : IDisposable
{
    private static readonly Lock Guard = new();
    private static readonly List<LastWill> Standing = [];

    private readonly Action _action;

    /// <param name="action">Quick, and able to run on any thread.</param>
    public LastWill(Action action)
    {
        _action = action;
        lock (Guard) Standing.Add(this);
    }

    /// <summary>Does all of it, the newest first; what fails does not keep the rest from happening.</summary>
    public static void Execute()
    {
        LastWill[] wills;
        lock (Guard)
        {
            wills = [.. Standing.AsEnumerable().Reverse()];
            Standing.Clear();
        }

        foreach (var will in wills)
        {
            try
            {
                will._action();
            }
            catch (Exception)
            {
                // The process is dying: there is nobody left to tell.
            }
        }
    }

    /// <summary>Withdraws it.</summary>
    public void Dispose()
    {
        lock (Guard) Standing.Remove(this);
    }
}
