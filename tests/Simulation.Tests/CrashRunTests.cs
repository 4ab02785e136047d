using HilBench.Meter;
using HilBench.Simulation.Crash;
using HilBench.Simulation.Events;
using HilBench.Simulation.Memory;
using HilBench.Simulation.Trials;
using HilBench.Tokens;

namespace HilBench.Simulation.Tests;

/// <summary>The power is cut in every write: our meter stands it, a wrong one is found.</summary>
public class CrashRunTests
{
    private static readonly string[] Seldom = ["a code is not kept over a cut", "cuts are never noticed"];

    public static TheoryData<string> Rules => [.. BrokenRules.Names.Except(Seldom)];

    [Theory]
    [InlineData("generic")]
    [InlineData("landis-gyr")]
    [InlineData("conlog")]
    [InlineData("money")]
    public void A_cut_after_each_byte_of_each_page_breaks_no_promise_of_the_model(string profile)
    {
        var result = Run(Whole.Model, static () => new ModelMemory(StoredRecord.SlotBytes), profile);
        Assert.Null(result.Failure?.What);
        Assert.True(result.Places > 30 * result.Writes, "each write has a page of 32 bytes at least");
    }

    [Fact]
    public void Nor_on_the_chip()
    {
        var result = Run(Whole.Model, static () => new EepromMemory(StoredRecord.SlotBytes), "generic");
        Assert.Null(result.Failure?.What);
        Assert.True(result.Places > 30 * result.Writes, "each write has a page at least");
    }

    [Fact]
    public void Nor_in_files()
    {
        var result = Run(
            Whole.Model, static () => new FileMemory(StoredRecord.SlotBytes), "generic", CrashSearch.Linear);
        Assert.Null(result.Failure?.What);
        Assert.True(result.Places > result.Writes * StoredRecord.SlotBytes / 12, "torn at every eleventh byte");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_meter_that_breaks_a_rule_about_saving_is_found(string rule)
    {
        var result = Run(BrokenRules.Of(rule), static () => new ModelMemory(StoredRecord.SlotBytes), "generic");
        Assert.NotNull(result.Failure);
        Assert.InRange(result.Failure.Events, 1, 6);
        Assert.Contains("Then the meter holds", result.Failure.Feature);
    }

    [Fact]
    public void A_code_that_should_be_kept_over_a_cut_and_is_not_is_found()
    {
        var broken = BrokenRules.Of("a code is not kept over a cut");
        var result = Run(broken, static () => new ModelMemory(StoredRecord.SlotBytes), "landis-gyr");
        Assert.Contains("code", result.Failure?.What);
    }

    /// <summary>Which code 1 waits is not seen from the fact that one does.</summary>
    [Fact]
    public void After_a_cut_in_the_save_of_a_code_the_one_of_the_refused_set_still_waits()
    {
        LifeEvent[] events =
        [
            new LifeEvent.TypesCode(1, IsOfRefusedSet: true),
            new LifeEvent.CutInSave(new LifeEvent.TypesCode(1), 0),
            new LifeEvent.TypesCode(2),
        ];
        var memory = new ModelMemory(StoredRecord.SlotBytes);
        var trial = new Trial(Whole.Profile("landis-gyr"), EncryptionAlgorithm.Ea07, Whole.Model, memory);
        Assert.Null(trial.Live(events)?.What);
        Assert.Equal(ResultCode.KeyTypeError, trial.Lived[^1].Answer);
    }

    [Fact]
    public void A_memory_that_forgets_a_page_is_found()
    {
        var result = Run(Whole.Model, static () => new ForgetfulMemory(), "generic");
        Assert.NotNull(result.Failure);
    }

    private static CrashResult Run(
        Func<MeterProfile, IFirmware> firmware, Func<ITrialMemory> memory, string profile,
        CrashSearch search = CrashSearch.Exhaustive) =>
        new CrashRun(firmware, memory, search).Run(Whole.Profile(profile));

    /// <summary>Says that it wrote and did not write the first page.</summary>
    private sealed class ForgetfulMemory : ITrialMemory
    {
        private readonly ModelMemory _whole = new(StoredRecord.SlotBytes);

        public string Name => "forgetful";

        public byte[] Read(int slot) => _whole.Read(slot);

        public void Set(int slot, ReadOnlySpan<byte> image) => _whole.Set(slot, image);

        public bool Write(int slot, ReadOnlySpan<byte> image)
        {
            byte[] written = [.. _whole.Read(slot).AsSpan(0, ModelMemory.PageBytes), .. image[ModelMemory.PageBytes..]];
            return _whole.Write(slot, written);
        }

        public int CutsIn(int slot, ReadOnlySpan<byte> image) => _whole.CutsIn(slot, image);

        public void WriteUntil(int cut, int slot, ReadOnlySpan<byte> image) => _whole.WriteUntil(cut, slot, image);

        public void Dispose() => _whole.Dispose();
    }
}
