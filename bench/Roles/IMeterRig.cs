using HilBench.Meter;

namespace HilBench.Roles;

/// <summary>
/// One bench for one scenario: a meter and everything around it. It begins without mains and with a blank store;
/// <see cref="Manufacture"/> and then <see cref="IMains.Return"/> give a running meter.
/// </summary>
public interface IMeterRig : IDisposable
{
    /// <summary>Such as <c>virtual</c> or <c>none</c>.</summary>
    string Name { get; }

    MeterProfile Profile { get; }

    IBenchClock Clock { get; }

    IKeypad Keypad { get; }

    IGlass Glass { get; }

    IMains Mains { get; }

    ILoad Load { get; }

    /// <summary>The way in for tokens on rigs without keys; null where there are keys.</summary>
    ITokenPort? TokenPort => null;

    /// <summary>Buzzer and lamps; null where the bench neither hears nor sees any.</summary>
    IIndicators? Indicators => null;

    /// <summary>The other half of a meter whose keypad unit is apart; null where the meter is in one piece.</summary>
    IMeasuringUnit? MeasuringUnit => null;

    /// <summary>Breaks parts of the rig; null where nothing can be broken on purpose.</summary>
    IFaultBox? Faults => null;

    /// <summary>Looks at the bench itself; null where there is nothing that could break.</summary>
    SelfCheck? CheckItself() => null;

    /// <summary>Every answer the meter gave, oldest first.</summary>
    IReadOnlyList<MeterAnswer> Answers { get; }

    /// <summary>Misuse of chips by the firmware, as one line each; a scenario with findings has failed.</summary>
    IReadOnlyList<string> Findings { get; }

    /// <summary>Programs the store as the factory does; only without mains.</summary>
    void Manufacture(MeterRegisters registers);

    /// <summary>
    /// What the store holds at this moment, read without disturbing the meter; null when no slot is whole.
    /// </summary>
    StoredRecord? Stored { get; }

    /// <summary>
    /// Overwrites both records of the store with what no meter wrote, as a dying memory does; only without mains.
    /// </summary>
    void SpoilStore();

    /// <summary>
    /// Something of the outside world that is neither a key nor the load: an opened cover, a token port.
    /// </summary>
    void Happen(MeterInput input);
}
