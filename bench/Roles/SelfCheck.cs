namespace HilBench.Roles;

/// <summary>
/// A short look at the bench itself after a scenario has failed on real hardware. <paramref name="Looked"/> says what
/// was looked at, <paramref name="Wrong"/> what was not as it should be; with nothing wrong the meter is to blame.
/// </summary>
public sealed record SelfCheck(IReadOnlyList<string> Looked, IReadOnlyList<string> Wrong)
{
    public bool IsHealthy => Wrong.Count == 0;
}
