namespace HilBench.Chips.Tests.Contract;

/// <summary>What every chip of the bench must do, whatever kind it is.</summary>
public sealed class ChipContract
{
    public static TheoryData<string> Kinds => [.. ChipRegistry.All.Select(kind => kind.Kind)];

    /// <summary>
    /// Contacts, lines without registers, lamps: their data sheets have no rule that firmware could break.
    /// </summary>
    public static TheoryData<string> KindsThatCanBeMisused =>
        [.. ChipRegistry.All.Select(kind => kind.Kind)
            .Where(kind => kind is not (nameof(MatrixKeypad) or nameof(Pcf8574) or nameof(PiezoBuzzer)
                or nameof(IndicatorLed) or nameof(TestLoopCircuit) or nameof(RelayModule)))];

    [Fact]
    public void Every_chip_of_the_product_is_under_this_contract()
    {
        var chips = typeof(Chip).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Chip)));
        Assert.Equal(chips.Select(type => type.Name).Order(), ChipRegistry.All.Select(kind => kind.Kind).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Two_chips_fresh_from_the_factory_are_in_the_same_state(string kind) =>
        Assert.Equal(Fresh(kind).Driven.Chip.Describe(), Fresh(kind).Driven.Chip.Describe());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Resetting_a_fresh_chip_changes_nothing(string kind)
    {
        (_, DrivenChip driven) = Fresh(kind);
        string before = driven.Chip.Describe();
        driven.Chip.Reset();
        Assert.Equal(before, driven.Chip.Describe());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Right_use_leads_to_no_finding(string kind)
    {
        (CircuitBoard board, DrivenChip driven) = Fresh(kind);
        driven.Use();
        Assert.Empty(board.Findings.All);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Looking_at_a_chip_changes_neither_its_state_nor_what_it_does_next(string kind)
    {
        (CircuitBoard quietBoard, DrivenChip quiet) = Fresh(kind);
        (CircuitBoard watchedBoard, DrivenChip watched) = Fresh(kind);
        for (int i = 0; i < 3; i++) Assert.Equal(watched.Chip.Describe(), watched.Chip.Describe());
        quiet.Use();
        watched.Use();
        Assert.Equal(quiet.Chip.Describe(), watched.Chip.Describe());
        Assert.Equal(quietBoard.Time.Now, watchedBoard.Time.Now);
        Assert.Empty(watchedBoard.Findings.All);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void After_a_power_cycle_a_chip_is_as_new_but_for_what_it_keeps_without_power(string kind)
    {
        (CircuitBoard board, DrivenChip driven) = Fresh(kind);
        string asNew = driven.Chip.Describe();
        driven.Use();
        board.Power.Fail();
        board.Time.Wait(TimeSpan.FromSeconds(1));
        board.Power.Restore();
        bool asBefore = asNew == driven.Chip.Describe();
        Assert.Equal(!Find(kind).KeepsItsMemory, asBefore);
    }

    [Theory]
    [MemberData(nameof(KindsThatCanBeMisused))]
    public void A_finding_says_which_chip_when_what_and_by_which_rule(string kind)
    {
        (CircuitBoard board, DrivenChip driven) = Fresh(kind);
        driven.Use();
        board.Time.Wait(TimeSpan.FromMilliseconds(3));
        TimeSpan moment = board.Time.Now;
        driven.Misuse!();
        ChipFinding finding = Assert.Single(board.Findings.All);
        Assert.Equal(driven.Chip.Name, finding.Chip);
        Assert.Equal(moment, finding.At);
        Assert.NotEmpty(finding.What);
        Assert.NotEmpty(finding.Rule);
        Assert.StartsWith($"{finding.Chip} at {moment}: {finding.What}", finding.ToString(), StringComparison.Ordinal);
    }

    private static ChipUnderContract Find(string kind) => ChipRegistry.All.Single(one => one.Kind == kind);

    private static (CircuitBoard Board, DrivenChip Driven) Fresh(string kind)
    {
        var board = new CircuitBoard(seed: 11);
        return (board, Find(kind).Build(board));
    }
}
