using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// The machine of a plan and of the copies that scenarios make of it. It is started when first asked for, replaced by a
/// fresh one on request, and never started again once the run has ended. Used by several threads.
/// </summary>
internal sealed class Machines<TGuest>(Func<TGuest> start) : IDisposable
    where TGuest : class, IGuest
{
    private readonly Lock _lock = new();
    private TGuest? _current;
    private int _bootsBefore;
    private bool _isOver;

    /// <exception cref="RigFaultException">It does not start, or the run has ended.</exception>
    public TGuest Current
    {
        get
        {
            lock (_lock)
            {
                if (_isOver) throw new RigFaultException("the run has ended");
                return _current ??= start();
            }
        }
    }

    public bool IsRunning
    {
        get
        {
            lock (_lock) return _current is not null;
        }
    }

    /// <summary>Of all machines so far.</summary>
    public int Boots
    {
        get
        {
            lock (_lock) return _bootsBefore + (_current?.Boots ?? 0);
        }
    }

    /// <summary>Switches the machine off; the next request starts another.</summary>
    public void Renew()
    {
        lock (_lock)
        {
            _bootsBefore += _current?.Boots ?? 0;
            _current?.Dispose();
            _current = null;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _current?.Dispose();
            _current = null;
        }
    }
}
