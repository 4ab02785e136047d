namespace HilBench.Pi;

/// <summary>What <c>tests/Pi/run</c> built, and where this machine keeps its sockets and its disk.</summary>
internal sealed record VmFiles(string Cache, int Gpiod, string Kind = "")
{
    public const string ContractKind = "contract-";
    public const string ChecksKind = "checks-";
    private const string Memory = "/dev/shm";
    private const long RoomWanted = 1L << 30;
    private bool _isTraced;

    public string Kernel => Path.Combine(Cache, "vmlinux");

    public string Initrd { get; init; } = Path.Combine(Cache, "initrd");

    /// <summary>
    /// One, because a second emulated processor costs a third more of the host's to start the same program. The
    /// contract tests, which drive both sides of the pins, get two.
    /// </summary>
    public int Processors { get; init; } = Kind == ContractKind ? 2 : 1;

    /// <summary>
    /// Gives this machine priority over other processes where root allows it. How busy a meter is can only be measured
    /// when its processor is not kept waiting, because the guest counts the waiting as the meter's work.
    /// </summary>
    public bool GoesFirst => Kind == ChecksKind;

    /// <summary>The disk with the program: the meter, or the contract tests.</summary>
    public string App => Path.Combine(Cache, IsContract ? "contract.img" : "app.img");

    public bool IsContract => Kind == ContractKind;

    /// <summary>Everything that the last run's meter traced: for a red scenario, what it saw key by key.</summary>
    private string Trace => Path.Combine(Cache, $"trace-{Kind}gpiod{Gpiod}.log");

    /// <summary>
    /// A folder for each run, so that two runs do not disturb each other. It is in memory where there is room, so that
    /// what the guest flushes does not wait for the disk of a busy computer.
    /// </summary>
    public string Work { get; } = HasRoom(Memory)
        ? Directory.CreateDirectory(Path.Combine(Memory, "hilbench-pi-" + Path.GetRandomFileName())).FullName
        : Directory.CreateTempSubdirectory("hilbench-pi-").FullName;

    public string Disk => Path.Combine(Work, "state.img");

    public string Socket(string name) => Path.Combine(Work, name);

    /// <summary>The first machine of a run begins a new trace; a later one appends to it.</summary>
    public TextWriter OpenTrace()
    {
        var trace = new StreamWriter(Trace, append: _isTraced) { AutoFlush = true };
        _isTraced = true;
        return trace;
    }

    /// <summary>Removes <see cref="Work"/>, even if a thread is still writing there.</summary>
    public void Remove()
    {
        for (var attempt = 0; Directory.Exists(Work); attempt++)
        {
            try
            {
                Directory.Delete(Work, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                Thread.Sleep(20);
            }
        }
    }

    private static bool HasRoom(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace > RoomWanted;
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
