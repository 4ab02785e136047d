namespace HilBench.Pi;

/// <summary>What <c>tests/Pi/run</c> built, and where this machine keeps its sockets and its disk.</summary>
internal sealed record VmFiles(string Cache, int Gpiod, string Kind = "")
{
    public string Kernel =>
        Path.Combine(Cache, "kernel", "boot", "vmlinuz-" + File.ReadAllText(Path.Combine(Cache, "release")).Trim());

    public string Initrd { get; init; } = Path.Combine(Cache, "initrd.gz");

    public string App => Path.Combine(Cache, "app.img");

    /// <summary>All that the last run's meter traced: what it saw, key by key, when a scenario was red.</summary>
    public string Trace => Path.Combine(Cache, $"trace-{Kind}gpiod{Gpiod}.log");

    /// <summary>A folder of its own for each run, so that two runs do not meet.</summary>
    public string Work { get; } = Directory.CreateTempSubdirectory("hilbench-pi-").FullName;

    public string Disk => Path.Combine(Work, "state.img");

    public string Socket(string name) => Path.Combine(Work, name);
}
