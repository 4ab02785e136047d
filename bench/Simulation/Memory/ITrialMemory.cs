using HilBench.Meter;

namespace HilBench.Simulation.Memory;

/// <summary>The two slots of a meter's memory, on one medium, whose writes can be cut at each place.</summary>
public interface ITrialMemory : IDisposable
{
    /// <summary>The medium: model, eeprom, file.</summary>
    string Name { get; }

    byte[] Read(int slot);

    /// <summary>Sets a slot as the factory would, whole and at once.</summary>
    void Set(int slot, ReadOnlySpan<byte> image);

    /// <summary>Writes a slot as the meter's board does; false when it does not read back.</summary>
    bool Write(int slot, ReadOnlySpan<byte> image);

    /// <summary>The same; a memory that can is free to make the image when somebody looks at it.</summary>
    bool Write(Effect.Save save) => Write(save.Slot, save.Image.Span);

    /// <summary>In how many places a write of this image can be cut: before, inside and after it.</summary>
    int CutsIn(int slot, ReadOnlySpan<byte> image);

    /// <summary>Writes as far as this place, counted from 0; there the power is gone.</summary>
    void WriteUntil(int cut, int slot, ReadOnlySpan<byte> image);
}
