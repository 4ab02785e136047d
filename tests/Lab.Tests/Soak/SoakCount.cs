namespace HilBench.Lab.Tests.Soak;

/// <summary>What was killed how often, and what came of it.</summary>
internal sealed class SoakCount
{
    public int Rounds { get; set; }

    public int Benches { get; set; }

    public int Brokers { get; set; }

    public int Coordinators { get; set; }

    /// <summary>Coordinators that could not begin, because the broker or all benches were away.</summary>
    public int Refused { get; set; }

    public int Verdicts { get; set; }

    /// <summary>Scenarios whose three attempts all met a kill.</summary>
    public int Faults { get; set; }

    /// <summary>Scenarios begun once more.</summary>
    public int Twice { get; set; }

    public string Table => $"""
        killed with kill -9            times
        a bench                        {Benches}
        the broker                     {Brokers}
        the coordinator                {Coordinators}
        coordinators started in vain   {Refused}
        scenarios begun once more      {Twice}
        rig faults after three kills   {Faults}
        """;
}
