namespace HilBench.Meter;

/// <summary>What a meter counts for whoever looks after it.</summary>
public enum MeterEvent
{
    /// <summary>The load switch was ordered to the other position.</summary>
    SwitchOperation,

    OverVoltage,

    UnderVoltage,

    /// <summary>More was drawn than a limit allows, for so long that the switch opened.</summary>
    Overload,

    /// <summary>The meter's cover or its terminal cover was opened.</summary>
    CoverOpened,

    /// <summary>Current went on flowing through a switch that was ordered open.</summary>
    SwitchFailure,
}

/// <summary>How often each of them has happened since the meter was made. A full counter stays where it is.</summary>
public sealed record MeterEvents
{
    /// <summary>Where the counter of operations ends: it has three bytes.</summary>
    public const int MostOperations = 0xFF_FFFF;

    /// <summary>Where the others end.</summary>
    public const int Most = 0xFFFF;

    public static MeterEvents None { get; } = new();

    public int SwitchOperations { get; init; }

    public int OverVoltages { get; init; }

    public int UnderVoltages { get; init; }

    public int Overloads { get; init; }

    public int CoverOpenings { get; init; }

    public int SwitchFailures { get; init; }

    public int this[MeterEvent what] => what switch
    {
        MeterEvent.SwitchOperation => SwitchOperations,
        MeterEvent.OverVoltage => OverVoltages,
        MeterEvent.UnderVoltage => UnderVoltages,
        MeterEvent.Overload => Overloads,
        MeterEvent.CoverOpened => CoverOpenings,
        _ => SwitchFailures,
    };

    public MeterEvents After(MeterEvent what) => what switch
    {
        MeterEvent.SwitchOperation => this with { SwitchOperations = Next(SwitchOperations, MostOperations) },
        MeterEvent.OverVoltage => this with { OverVoltages = Next(OverVoltages, Most) },
        MeterEvent.UnderVoltage => this with { UnderVoltages = Next(UnderVoltages, Most) },
        MeterEvent.Overload => this with { Overloads = Next(Overloads, Most) },
        MeterEvent.CoverOpened => this with { CoverOpenings = Next(CoverOpenings, Most) },
        _ => this with { SwitchFailures = Next(SwitchFailures, Most) },
    };

    private static int Next(int count, int most) => Math.Min(count + 1, most);
}
