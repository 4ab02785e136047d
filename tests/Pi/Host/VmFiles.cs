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

    /// <summary>One: a second emulated processor costs a third more of the host's to start the same program.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>
    /// Before other processes of the host, where root may say so: how busy a meter is can only be measured on a
    /// processor that is not kept waiting, for the guest counts the waiting as the meter's work.
    /// </summary>
    public bool GoesFirst => Kind == ChecksKind;

    /// <summary>The disk with the program: the meter, or the contract tests.</summary>
    public string App => Path.Combine(Cache, IsContract ? "contract.img" : "app.img");

    public bool IsContract => Kind == ContractKind;

    /// <summary>All that the last run's meter traced: what it saw, key by key, when a scenario was red.</summary>
    private string Trace => Path.Combine(Cache, $"trace-{Kind}gpiod{Gpiod}.log");

    /// <summary>
    /// A folder of its own for each run, so that two runs do not meet. In memory where there is room: what the guest
    /// flushes to its disk should wait for the guest, not for the disk of a busy computer.
    /// </summary>
    public string Work { get; } = HasRoom(Memory)
        ? Directory.CreateDirectory(Path.Combine(Memory, "hilbench-pi-" + Path.GetRandomFileName())).FullName
        : Directory.CreateTempSubdirectory("hilbench-pi-").FullName;

    public string Disk => Path.Combine(Work, "state.img");

    public string Socket(string name) => Path.Combine(Work, name);

    /// <summary>The first machine of a run begins a new trace, a later one goes on with it.</summary>
    public TextWriter OpenTrace()
    {
        var trace = new StreamWriter(Trace, append: _isTraced) { AutoFlush = true };
        _isTraced = true;
        return trace;
    }

    /// <summary>Removes <see cref="Work"/>; a thread taken by surprise may still be writing there.</summary>
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
