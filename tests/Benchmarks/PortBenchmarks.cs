using BenchmarkDotNet.Attributes;

namespace HilBench.Benchmarks;

/// <summary>
/// Compares a serial port (System.IO.Ports) with a plain file stream on the same pseudo-terminal: one byte there and
/// back.
/// </summary>
public class PortLatencyBenchmarks
{
    private readonly byte[] _one = [0x2F];
    private PtyPair? _pair;

    [GlobalSetup(Target = nameof(ByFileStream))]
    public void OpenFile() => _pair = PtyPair.WithFile(echoes: true);

    [GlobalSetup(Target = nameof(BySerialPort))]
    public void OpenPort() => _pair = PtyPair.WithPort(echoes: true);

    [GlobalCleanup]
    public void Close() => _pair!.Dispose();

    [Benchmark(Baseline = true)]
    public void ByFileStream() => _pair!.ThereAndBack(_one);

    [Benchmark]
    public void BySerialPort() => _pair!.ThereAndBack(_one);
}

/// <summary>The same for a block of bytes in one direction, in one call.</summary>
public class PortThroughputBenchmarks
{
    private byte[] _block = [];
    private PtyPair? _pair;

    [Params(1, 16, 256)]
    public int KiB { get; set; }

    [GlobalSetup(Target = nameof(ByFileStream))]
    public void OpenFile() => Open(PtyPair.WithFile(echoes: false));

    [GlobalSetup(Target = nameof(BySerialPort))]
    public void OpenPort() => Open(PtyPair.WithPort(echoes: false));

    [GlobalCleanup]
    public void Close() => _pair!.Dispose();

    [Benchmark(Baseline = true)]
    public void ByFileStream() => _pair!.OneWay(_block);

    [Benchmark]
    public void BySerialPort() => _pair!.OneWay(_block);

    private void Open(PtyPair pair)
    {
        _pair = pair;
        _block = new byte[KiB * 1024];
        _block[^1] = PtyPair.End;
    }
}
