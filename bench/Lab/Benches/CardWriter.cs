using HilBench.Lab.Told;

namespace HilBench.Lab.Benches;

/// <summary>Writes the card of a bench again and again: as long as it does, the bench lives.</summary>
internal sealed class CardWriter(BenchSettings settings, LabBoard board, LeaseView lease)
{
    private readonly BenchCard _card = new()
    {
        Name = settings.Name,
        Session = Guid.NewGuid().ToString("N"),
        Host = Environment.MachineName,
        Rig = settings.Plan.Name,
        Description = settings.Plan.Description,
        Profile = settings.Plan.Profile.Name,
        IsVirtual = settings.Plan.IsVirtual,
        Capabilities = settings.Plan.Capabilities,
        LeavesOut = settings.Plan.LeavesOut,
        Caveat = settings.Plan.Caveat,
        Labels = settings.Labels,
        Build = settings.Build,
        Accepts = settings.Accepts,
    };

    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _changed = new(0, 1);
    private volatile string? _broken;

    /// <summary>The lab has had a card.</summary>
    public Task Written => _written.Task;

    /// <summary>Why nothing can run on the rig; null when it is well.</summary>
    public string? Broken
    {
        get => _broken;
        set
        {
            if (value == _broken) return;
            settings.Tell(value is null ? "the rig is well" : $"the rig is broken: {value}");
            _broken = value;
            Changed();
        }
    }

    /// <summary>What runs now.</summary>
    public (string Run, string Scenario)? Running { get; set; }

    /// <summary>Writes the card again and again, and at once when the rig has broken or is well again.</summary>
    public async Task Beat(CancellationToken stop)
    {
        while (true)
        {
            await board.Benches.Put(settings.Name, Now(), stop);
            _written.TrySetResult();
            await _changed.WaitAsync(board.Bus.Pace.Beat, stop);
        }
    }

    /// <summary>The bench has left properly.</summary>
    public Task Leave(CancellationToken stop) => board.Benches.Put(settings.Name, Now() with { HasLeft = true }, stop);

    private BenchCard Now() => _card with
    {
        Broken = _broken, Run = Running?.Run, Scenario = Running?.Scenario, Fence = lease.Highest,
    };

    private void Changed()
    {
        try
        {
            _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is about to be written.
        }
    }
}
