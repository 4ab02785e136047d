namespace HilBench.Web.Hand;

/// <summary>
/// Who drives the bench: one page at a time, and any number that watch. The hands are free when nobody has them; the
/// first that does something takes them, and a page that leaves lets them go.
/// </summary>
internal sealed class Hands
{
    private readonly Lock _lock = new();
    private Viewer? _driver;

    public event Action? Changed;

    public Viewer? Driver => _driver;

    public bool IsFreeFor(Viewer viewer) => _driver is not { } driver || ReferenceEquals(driver, viewer);

    /// <summary>True when this page drives from now on; false when another one does.</summary>
    public bool Take(Viewer viewer)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_driver, viewer)) return true;
            if (_driver is not null) return false;
            _driver = viewer;
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>This page drives from now on, whoever did before.</summary>
    public void TakeOver(Viewer viewer)
    {
        lock (_lock) _driver = viewer;
        Changed?.Invoke();
    }

    /// <summary>Nobody drives, if this page did.</summary>
    public void LetGo(Viewer viewer)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(_driver, viewer)) return;
            _driver = null;
        }

        Changed?.Invoke();
    }
}
