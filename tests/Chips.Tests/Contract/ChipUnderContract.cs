namespace HilBench.Chips.Tests.Contract;

/// <summary>One kind of chip: how it is built on a board, used rightly, and misused.</summary>
/// <param name="Build">Puts the chip on a fresh board and returns it with what drives it.</param>
/// <param name="KeepsItsMemory">True when the chip remembers without power.</param>
internal sealed record ChipUnderContract(string Kind, Func<CircuitBoard, DrivenChip> Build, bool KeepsItsMemory = false)
{
    public override string ToString() => Kind;
}

/// <summary>
/// A chip and two pieces of firmware. <paramref name="Misuse"/> is null when the chip cannot be misused.
/// </summary>
internal sealed record DrivenChip(Chip Chip, Action Use, Action? Misuse);
