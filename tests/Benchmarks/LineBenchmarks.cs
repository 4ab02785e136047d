using System.Buffers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Benchmarks;

/// <summary>
/// One request line from its bytes to the bytes of its answer, by one thread. The rival reads a line and writes it
/// again, which is what <c>jq -c .</c> does. Figures are for one line; tests/Benchmarks/lines races the programs.
/// </summary>
[MemoryDiagnoser]
public class LineBenchmarks
{
    private const int Lines = 2000;

    private readonly ReadOnlyMemory<byte>[] _vendOneMeter = Bytes(RequestLines.Vend(Lines, meters: 1));
    private readonly ReadOnlyMemory<byte>[] _vendManyMeters = Bytes(RequestLines.Vend(Lines, meters: Lines));
    private readonly ReadOnlyMemory<byte>[] _decodeOneMeter = Bytes(RequestLines.Decode(Lines, meters: 1));
    private readonly ReadOnlyMemory<byte>[] _decodeManyMeters = Bytes(RequestLines.Decode(Lines, meters: Lines));
    private readonly VendLine _vend = new(StaTables.Sample);
    private readonly DecodeLine _decode = new(StaTables.Sample);
    private readonly ArrayBufferWriter<byte> _answers = new(1 << 20);

    [Benchmark(Baseline = true, OperationsPerInvoke = Lines)]
    public int ReadingALineAndWritingItAgain()
    {
        _answers.ResetWrittenCount();
        foreach (var line in _vendOneMeter)
        {
            using var document = JsonDocument.Parse(line);
            using var writer = new Utf8JsonWriter(_answers);
            document.RootElement.WriteTo(writer);
        }

        return _answers.WrittenCount;
    }

    [Benchmark(OperationsPerInvoke = Lines)]
    public int VendForOneMeter() => Answer(_vend, _vendOneMeter);

    [Benchmark(OperationsPerInvoke = Lines)]
    public int VendForAsManyMetersAsLines() => Answer(_vend, _vendManyMeters);

    [Benchmark(OperationsPerInvoke = Lines)]
    public int DecodeForOneMeter() => Answer(_decode, _decodeOneMeter);

    [Benchmark(OperationsPerInvoke = Lines)]
    public int DecodeForAsManyMetersAsLines() => Answer(_decode, _decodeManyMeters);

    private int Answer(LineAnswerer answerer, ReadOnlyMemory<byte>[] lines)
    {
        _answers.ResetWrittenCount();
        foreach (var line in lines)
        {
            if (!answerer.Answer(line, _answers))
                throw new InvalidOperationException("A benchmark of refused lines measures nothing.");
        }

        return _answers.WrittenCount;
    }

    private static ReadOnlyMemory<byte>[] Bytes(IEnumerable<string> lines) =>
        [.. lines.Select(line => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(line)))];
}
