namespace HilBench.Pi;

/// <summary>What <c>tests/Pi/run --pi3b</c> built.</summary>
internal sealed record Pi3bFiles(VmFiles Run)
{
    private string Folder => Path.Combine(Run.Cache, "pi3b");

    public string Kernel => Path.Combine(Folder, "kernel");

    public string DeviceTree => Path.Combine(Folder, "bcm2837-rpi-3-b.dtb");

    public string Initrd => Path.Combine(Folder, "initrd");
}
