namespace HilBench.Physical;

/// <summary>A rig whose parts hang on the header of a Raspberry Pi, or would on a real one.</summary>
public interface IWiredRig
{
    /// <summary>What hangs where; null where there is nothing to wire.</summary>
    HeaderWiring? Header { get; }
}
