using HilBench.Meter;
using HilBench.Rig.Files;
using HilBench.Rig.Roles;
using HilBench.Tokens;

namespace HilBench.Pi;

/// <summary>A rig no file describes: one machine for the run, a meter of its own for each scenario.</summary>
internal abstract record GuestPlan : RigPlan, IDisposable
{
    private readonly Latest _latest = new();

    protected GuestPlan(string name) : base(name, MeterProfile.Generic, StaTables.Sample)
    {
    }

    public override int MostAtOnce => 1;

    public abstract IGuest Guest { get; }

    /// <summary>What the glass of the latest scenario showed; empty when its meter never started.</summary>
    public IReadOnlyList<GlassPicture> Pictures => _latest.Rig?.Pictures ?? [];

    /// <summary>In one line, what the run says about the machine when all is done; null: nothing.</summary>
    public virtual string? Remark => null;

    public sealed override IMeterRig Build(ulong seed)
    {
        _latest.Rig = null;
        return _latest.Rig = NewRig();
    }

    public abstract void Dispose();

    protected abstract VmRig NewRig();

    /// <summary>Shared by the copies that a scenario makes of its plan.</summary>
    private sealed class Latest
    {
        public VmRig? Rig { get; set; }
    }
}
