using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Pi;

/// <summary>
/// A rig without a rig file: one machine for the run, a new meter for each scenario, and a fresh machine when asked
/// for.
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

    /// <summary>Marks its lines in the output, because another machine of the run may print too.</summary>
    public string Label => $"libgpiod {_files.Gpiod}";

    public abstract int Boots { get; }

    /// <summary>What the glass of the latest scenario showed; empty when its meter never started.</summary>
    public IReadOnlyList<GlassPicture> Pictures => _latest.Rig?.Pictures ?? [];

    /// <summary>One line that the run prints about the machine at the end; null for none.</summary>
    public virtual string? Remark => null;

    public sealed override IMeterRig Build(ulong seed)
    {
        _latest.Rig = null;
        return _latest.Rig = NewRig();
    }

    /// <summary>The next scenario gets a machine that has just been switched on.</summary>
    public abstract void Renew();

    /// <summary>Switches the machine off and deletes its folder, even if somebody still writes into it.</summary>
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
