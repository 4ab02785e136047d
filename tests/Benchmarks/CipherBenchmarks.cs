using System.Buffers.Binary;
using BenchmarkDotNet.Attributes;
using HilBench.TestKit.Reference;
using HilBench.Tokens;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace HilBench.Benchmarks;

/// <summary>
/// One block deciphered, its key new each time as in a bench that serves many meters. Rivals of the same block size:
/// BouncyCastle's DES, and EA07 written one bit at a time (tests/TestKit). DES with its key schedule kept is there too,
/// because a single meter deciphers under one key for years. Every one deciphers its own last answer, so that none can
/// begin a block before the last is done.
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
