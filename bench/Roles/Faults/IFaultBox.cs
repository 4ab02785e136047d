namespace HilBench.Roles;

/// <summary>Breaks parts of a rig and proves that it did.</summary>
public interface IFaultBox
{
    /// <summary>Every fault so far, oldest first.</summary>
    IReadOnlyList<FaultReceipt> Receipts { get; }

    /// <summary>
    /// Breaks it now, or when this much time has passed. What has to wait for something, such as a key press, strikes
    /// when that comes.
    /// </summary>
    /// <exception cref="StimulusNotDeliveredException">This rig has no such part, or none of this number.</exception>
    void Inject(Fault fault, TimeSpan after = default);

    /// <summary>Takes every fault of a part away.</summary>
    /// <exception cref="StimulusNotDeliveredException">Nothing of it is broken.</exception>
    void Mend(FaultyPart part);
}
