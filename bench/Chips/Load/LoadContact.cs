namespace HilBench.Chips;

/// <summary>
/// <b>Contact of a load switch</b>, as the house behind it feels it: it follows what the meter orders at once, unless
/// it is welded or dead.
/// <para>
/// <b>Not modelled:</b> operate and release times (<see cref="TestLoopCircuit"/> has them), bouncing, arcs.
/// </para>
/// </summary>
public sealed class LoadContact
{
    private Defect? _defect;
    private bool _isOrdered;

    public ContactCondition Condition { get; private set; }

    /// <summary>What the meter orders: closed or not.</summary>
    public bool IsOrdered
    {
        get => _isOrdered;
        set
        {
            if (_isOrdered == value) return;
            _isOrdered = value;
            Look();
        }
    }

    /// <summary>The house has power.</summary>
    public bool IsClosed => Condition switch
    {
        ContactCondition.Welded => true,
        ContactCondition.Dead => false,
        _ => _isOrdered,
    };

    /// <summary>The order or the condition has changed; a handler must not wait.</summary>
    public event Action? Changed;

    /// <summary>From now on it is like this. The defect strikes once the contact is not as the meter orders.</summary>
    public void Break(ContactCondition condition, Defect? defect)
    {
        (Condition, _defect) = (condition, defect);
        Look();
    }

    private void Look()
    {
        if (IsClosed != _isOrdered) _defect?.Strike();
        Changed?.Invoke();
    }
}
