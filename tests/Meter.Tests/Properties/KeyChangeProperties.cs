using CsCheck;
using HilBench.Meter.Tests.Fixture;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Properties;

/// <summary>
/// No sequence of inputs changes the key to anything but the set typed last, or loses credit. Tries random mixtures of
/// up to three sets, credit tokens of every key, wrong tokens, test tokens, power cuts (also in the middle of a write)
/// and time, and compares them with an oracle written from the rules.
/// </summary>
public class KeyChangeProperties
{
    private static readonly int Sequences = Effort.Of(20_000);

    private static readonly MeterKey Grouped = TestKeys.Ea07(0x6A5B4C3D2E1F0897, 3, group: 654321);

    private static readonly SlipSet[] Sets =
    [
        new(TestKeys.Old, TestKeys.New, RollOver: true, ThreeTokens: false),
        new(TestKeys.Old, Grouped, RollOver: false, ThreeTokens: true),
        new(TestKeys.New, TestKeys.Third, RollOver: false, ThreeTokens: false),
        new(Grouped, TestKeys.Third, RollOver: true, ThreeTokens: false),
    ];

    private static readonly Slip[] Slips =
    [
        .. Sets.SelectMany(set => set.Slips),
        .. Credits(TestKeys.Old), .. Credits(TestKeys.New), .. Credits(Grouped),
        new Slip("18446744073843772416", default) { Test = true },
        new Slip("00000000001234567890", DecoderKey.Ea07(0)),
        new Slip("55555555555555555555", DecoderKey.Ea07(0)),
    ];

    private static readonly Gen<Move> Moves = Gen.Frequency(
        (12, Pick.From(Slips).Select(slip => new Move(slip, 0, null))),
        (2, Gen.Int[1, 700].Select(seconds => new Move(null, seconds, null))),
        (1, Gen.Const(new Move(null, 0, null))),
        (1, Gen.Select(Pick.From(Slips), Gen.Int[0, StoredRecord.SlotBytes],
            (slip, bytes) => new Move(slip, 0, bytes))));

    [Fact]
    public void The_key_changes_only_to_the_set_typed_last_and_credit_is_what_was_accepted()
    {
        Moves.Array[1, 40].Sample(Play, iter: Sequences);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Sequences} sequences of up to 40 moves each");
    }

    [Fact]
    public void The_slips_of_this_test_decipher_under_their_own_key_alone()
    {
        DecoderKey[] keys = [TestKeys.Old.Decoder, TestKeys.New.Decoder, Grouped.Decoder, TestKeys.Third.Decoder];
        foreach (var slip in Slips.Where(slip => !slip.Test))
        {
            Assert.All(keys, key => Assert.Equal(
                key == slip.From,
                TokenReader.TryRead(TokenNumber.Parse(slip.Digits), key, StaTables.Sample, out ClearToken _)
                    == ReadResult.Ok));
        }
    }

    private static void Play(Move[] moves)
    {
        var meter = new MeterFixture();
        var oracle = new KeyChangeOracle(TestKeys.Old);
        foreach (var move in moves)
        {
            if (move.TornAfter is { } bytes)
            {
                if (!Tear(meter, oracle, move.Slip!, bytes)) return;
            }
            else if (move.Slip is { } slip)
            {
                Assert.Equal(oracle.Type(slip, meter.Now.SinceStart), meter.Receives(slip.Digits));
            }
            else if (move.Seconds > 0)
            {
                meter.Wait(TimeSpan.FromSeconds(move.Seconds));
            }
            else
            {
                meter.CutMains();
                meter.ReturnMains();
                oracle.PowerCut();
            }

            Assert.Equal(oracle.Key, meter.Registers.Key);
            Assert.Equal(oracle.CreditUnits, meter.Registers.Credit.Shown.TenthsOfKwh);
        }
    }

    /// <summary>
    /// The mains fails in the middle of a write: the token counts wholly or not at all. False when it did: the oracle
    /// has judged it, and a meter that kept the old record knows nothing of it, so the sequence ends here.
    /// </summary>
    private static bool Tear(MeterFixture meter, KeyChangeOracle oracle, Slip slip, int bytes)
    {
        var before = meter.Registers with { Pending = PendingSections.None };
        meter.TearNextSaveAfter = bytes;
        meter.Receives(slip.Digits);
        var tore = meter.TearNextSaveAfter is null;
        meter.TearNextSaveAfter = null;
        oracle.Type(slip, meter.Now.SinceStart);
        if (!tore) return true;

        meter.ReturnMains();
        oracle.PowerCut();
        if (meter.Registers == before) return false;
        Assert.Equal(oracle.Key, meter.Registers.Key);
        Assert.Equal(oracle.CreditUnits, meter.Registers.Credit.Shown.TenthsOfKwh);
        return true;
    }

    private static IEnumerable<Slip> Credits(MeterKey key) => Enumerable.Range(0, 3).Select(i =>
        new Slip(new Vendor(key).Credit(i + 1, tid: 990 + (i * 20)).ToString(), key.Decoder)
        {
            Tid = 990 + (i * 20),
            Units = (i + 1) * 10,
        });

    /// <summary>A token typed, seconds that pass, or neither: the mains fails and returns.</summary>
    private sealed record Move(Slip? Slip, int Seconds, int? TornAfter)
    {
        public override string ToString() => (Slip, Seconds, TornAfter) switch
        {
            ({ } slip, _, null) => slip.ToString(),
            ({ } slip, _, { } bytes) => $"{slip}, cut after {bytes} bytes",
            (_, 0, _) => "power cut",
            _ => $"{Seconds} s",
        };
    }
}
