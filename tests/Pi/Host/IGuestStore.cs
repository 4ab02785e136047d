using HilBench.Meter;


namespace HilBench.Pi;

/// <summary>The meter's two slots, wherever the guest keeps them.</summary>
internal interface IGuestStore
{
    /// <summary>A new store that holds these two slots; only while no meter runs.</summary>
    void Make(byte[] slotA, byte[] slotB);

    /// <summary>What the next start would find.</summary>
    StoredRecord? Read();
}
