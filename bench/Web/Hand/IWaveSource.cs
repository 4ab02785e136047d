using HilBench.Recording.Looking.Waves;

namespace HilBench.Web.Hand;

/// <summary>Where the wires of the live meter are seen.</summary>
public interface IWaveSource
{
    /// <summary>What the rig of the moment tells; null while there is none. Another rig has another tape.</summary>
    WaveTape? Tape { get; }
}
