namespace HilBench.Lab.Tests.Nights;

/// <summary>Waits until something is so, and not for ever.</summary>
internal static class Until
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task True(Func<Task<bool>> isSo)
    {
        using var over = new CancellationTokenSource(Patience);
        while (!await isSo()) await Task.Delay(Look, over.Token);
    }

    public static Task True(Func<bool> isSo) => True(() => Task.FromResult(isSo()));
}
