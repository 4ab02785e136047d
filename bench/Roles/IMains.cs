namespace HilBench.Roles;

/// <summary>The supply of the meter.</summary>
public interface IMains
{
    bool IsOn { get; }

    /// <summary>Cuts the supply now; no effect when it is off already.</summary>
    void Fail();

    /// <summary>Restores the supply; the meter starts from its stored record.</summary>
    void Return();

    /// <summary>
    /// Plans a cut <paramref name="after"/> the meter begins its next save. A page of the EEPROM takes 5 ms, so 2.5
    /// ms is the middle of the first page, 7.5 ms of the second. A plan stays until it has happened or is cancelled.
    /// </summary>
    void FailDuringNextSave(TimeSpan after);

    /// <summary>True while a planned cut has not happened yet: a scenario that planned one is invalid then.</summary>
    bool HasPlannedCut { get; }

    void CancelPlannedCut();
}
