using System.Buffers.Binary;
using BenchmarkDotNet.Attributes;
using HilBench.TestKit.Reference;
using HilBench.Tokens;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace HilBench.Benchmarks;

/// <summary>
/// Deciphers one block, with a new key each time, as in a bench that serves many meters. Compared with BouncyCastle's
/// DES, which has the same block size, and with EA07 written one bit at a time (tests/TestKit). DES with a cached key
/// schedule is measured too, because a single meter uses one key for years. Each deciphers its own last answer, so that
/// no block can begin before the last one is done.
/// </summary>
[MemoryDiagnoser]
public class CipherBenchmarks
{
    private readonly StaTables _tables = StaTables.Sample;
    private readonly DesEngine _des = new();
    private readonly DesEngine _desKept = new();
    private readonly byte[] _key = Convert.FromHexString("0abc12def3456789");
    private readonly byte[] _block = Convert.FromHexString("c45ed1618406df95");
    private readonly int[] _table1 = [.. StaTables.Sample.Substitution1.Select(value => (int)value)];
    private readonly int[] _table2 = [.. StaTables.Sample.Substitution2.Select(value => (int)value)];
    private readonly int[] _perm = [.. StaTables.Sample.Permutation.Select(value => (int)value)];
    private ulong _state = 0xC45ED1618406DF95;
    private readonly UInt128 _longKey = (UInt128)0x0ABC12DEF3456789 << 64 | 0xFEDCBA9876543210;

    public CipherBenchmarks() => _desKept.Init(forEncryption: false, new KeyParameter(_key));

    [Benchmark(Baseline = true)]
    public ulong BouncyCastleDesNewKey()
    {
        _des.Init(forEncryption: false, new KeyParameter(_key));
        _des.ProcessBlock(_block, 0, _block, 0);
        return BinaryPrimitives.ReadUInt64BigEndian(_block);
    }

    [Benchmark]
    public ulong BouncyCastleDesKeptKey()
    {
        _desKept.ProcessBlock(_block, 0, _block, 0);
        return BinaryPrimitives.ReadUInt64BigEndian(_block);
    }

    [Benchmark]
    public ulong Ea07() => _state = Sta.Decipher(_state, 0x0ABC12DEF3456789, _tables);

    [Benchmark]
    public ulong Ea07BitByBit() =>
        _state = BitByBitSta.Decipher(_state, 0x0ABC12DEF3456789, _table1, _table2, _perm);

    [Benchmark]
    public ulong Ea11() => _state = Misty1.Decipher(_state, _longKey);
}
