using BenchmarkDotNet.Attributes;
using HilBench.TestKit.Reference;
using HilBench.Tokens;

namespace HilBench.Benchmarks;

/// <summary>
/// From twenty digits to fields: parse, take out the class, decipher, check the CRC, for a thousand different tokens;
/// the figure is for one. Compared with the bit-by-bit cipher alone, which does less, so the ratio is in its favour.
/// </summary>
[MemoryDiagnoser]
public class TokenBenchmarks
{
    private const int Tokens = 1000;

    private static readonly DecoderKey Short = DecoderKey.Ea07(0x0ABC12DEF3456789);
    private static readonly DecoderKey Long = DecoderKey.Ea11(((UInt128)0x0ABC12DEF3456789 << 64) | 0xFEDCBA98);

    private readonly string[] _ea07 = Written(Short);
    private readonly string[] _ea11 = Written(Long);
    private readonly ulong[] _blocks = [.. Written(Short).Select(digits => TokenNumber.Parse(digits).Block)];
    private readonly int[] _table1 = [.. StaTables.Sample.Substitution1.Select(value => (int)value)];
    private readonly int[] _table2 = [.. StaTables.Sample.Substitution2.Select(value => (int)value)];
    private readonly int[] _perm = [.. StaTables.Sample.Permutation.Select(value => (int)value)];

    [Benchmark(Baseline = true, OperationsPerInvoke = Tokens)]
    public ulong TheCipherAloneBitByBit()
    {
        var sum = 0UL;
        foreach (var block in _blocks)
            sum ^= BitByBitSta.Decipher(block, (ulong)Short.Bits, _table1, _table2, _perm);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Tokens)]
    public int AnEa07TokenToItsFields() => Read(_ea07, Short);

    [Benchmark(OperationsPerInvoke = Tokens)]
    public int AnEa11TokenToItsFields() => Read(_ea11, Long);

    [Benchmark(OperationsPerInvoke = Tokens)]
    public int AnEa07TokenToAnObject()
    {
        var sum = 0;
        foreach (var digits in _ea07)
        {
            TokenReader.TryRead(TokenNumber.Parse(digits), Short, StaTables.Sample, out Token? token);
            sum += ((CreditToken)token!).Tid.Value;
        }

        return sum;
    }

    private static int Read(string[] tokens, DecoderKey key)
    {
        var sum = 0;
        foreach (var digits in tokens)
        {
            if (!TokenNumber.TryParse(digits, out var number)
                || TokenReader.TryRead(number, key, StaTables.Sample, out ClearToken clear) != ReadResult.Ok)
                throw new InvalidOperationException("A benchmark of refused tokens measures nothing.");
            sum += (int)clear.Field(16, 24);
        }

        return sum;
    }

    private static string[] Written(DecoderKey key) =>
    [
        .. Enumerable.Range(0, Tokens).Select(i => TokenWriter.Write(
            new CreditToken(
                CreditService.Electricity, i % 16, new TokenIdentifier(i * 7), new TransferAmount((ushort)i)),
            key,
            StaTables.Sample).ToString()),
    ];
}
