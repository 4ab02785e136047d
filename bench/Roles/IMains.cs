using HilBench.Meter;

namespace HilBench.Roles;

/// <summary>The supply of the meter.</summary>
public interface IMains
{
    /// <summary>The meter has its supply.</summary>
    bool IsOn { get; }

    /// <summary>
    /// The voltage at the meter's terminals; zero after it has failed, null where the bench cannot know it.
    /// </summary>
    Volts? Voltage => null;

    /// <summary>Cuts the supply now; no effect when it is off already.</summary>
    void Fail();

    /// <summary>
    /// Restores the supply, at its nominal voltage; the meter starts from its stored record.
    /// </summary>
    void Return();

    /// <summary>
    /// The mains carries this from now on. Below the least that its supply works from, the meter is as after a mains
    /// failure.
    /// </summary>
    /// <exception cref="StimulusNotDeliveredException">The bench can only switch the mains.</exception>
    void Carry(Volts voltage) =>
        throw new StimulusNotDeliveredException($"a mains of {voltage}", "this bench can only switch the mains");

    /// <summary>
    /// Plans a cut <paramref name="after"/> the meter begins its next save. A page of the EEPROM takes 5 ms, so 2.5
    /// ms is the middle of the first page, 7.5 ms of the second. A plan stays until it has happened or is cancelled.
    /// </summary>
    void FailDuringNextSave(TimeSpan after);

    /// <summary>True while a planned cut has not happened yet: a scenario that planned one is invalid then.</summary>
    bool HasPlannedCut { get; }

    void CancelPlannedCut();
}
