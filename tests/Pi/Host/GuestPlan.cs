using HilBench.Meter;
using HilBench.Rig.Files;
using HilBench.Rig.Roles;
using HilBench.Tokens;

namespace HilBench.Pi;

/// <summary>
/// A rig no file describes: one machine for the run, a meter of its own for each scenario, and a fresh machine when
/// asked for.
/// </summary>
internal abstract record GuestPlan : RigPlan, IDisposable
{
    private readonly Latest _latest = new();
    private readonly VmFiles _files;

    protected GuestPlan(string name, VmFiles files) : base(name, MeterProfile.Generic, StaTables.Sample)
    {
        _files = files;
    }

    public override int MostAtOnce => 1;

    /// <summary>What tells its lines from those of the other machine of a run.</summary>
    public string Label => $"libgpiod {_files.Gpiod}";

    public abstract int Boots { get; }

    /// <summary>What the glass of the latest scenario showed; empty when its meter never started.</summary>
    public IReadOnlyList<GlassPicture> Pictures => _latest.Rig?.Pictures ?? [];

    /// <summary>In one line, what the run says about the machine when all is done; null: nothing.</summary>
    public virtual string? Remark => null;

    public sealed override IMeterRig Build(ulong seed)
    {
        _latest.Rig = null;
        return _latest.Rig = NewRig();
    }

    /// <summary>The next scenario gets a machine that has just been switched on.</summary>
    public abstract void Renew();

    /// <summary>The machine is off and its folder gone, whoever still writes into it.</summary>
    public void Dispose()
    {
        SwitchOff();
        _files.Remove();
    }

    protected abstract void SwitchOff();

    protected abstract VmRig NewRig();

    /// <summary>Shared by the copies that a scenario makes of its plan.</summary>
    private sealed class Latest
    {
        public VmRig? Rig { get; set; }
    }
}
