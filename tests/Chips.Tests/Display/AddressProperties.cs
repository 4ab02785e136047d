namespace HilBench.Chips.Tests.Display;

/// <summary>The address counter and the memory, compared with a model that lists the cells in order.</summary>
public sealed class AddressProperties
{
    /// <summary>On two lines, the first cell of the other line follows the last cell of a line.</summary>
    private static readonly int[] Order = [.. Enumerable.Range(0x00, 40), .. Enumerable.Range(0x40, 40)];

    private enum Kind
    {
        Write,
        SetAddress,
        Up,
        Down,
        CursorLeft,
        CursorRight,
        Home,
        Clear,
    }

    [Fact]
    public void Any_sequence_of_instructions_leaves_the_memory_a_naive_list_of_cells_would_hold() =>
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 79]).List[0, 120].Sample(steps =>
        {
            var bench = new LcdBench();
            bench.Initialise();
            var naive = new Naive();
            foreach ((int kind, int value) in steps) Do(kind < 8 ? (Kind)kind : Kind.Write, value, bench, naive);
            return bench.Findings.Count == 0
                && bench.Lcd.AddressCounter == Order[naive.Place]
                && Order.Select(address => bench.Lcd.CodeAt(address)!.Value).SequenceEqual(naive.Cells);
        }, iter: 300);

    private static void Do(Kind kind, int value, LcdBench bench, Naive naive)
    {
        switch (kind)
        {
            case Kind.Write:
                bench.Print(((char)('0' + value)).ToString());
                naive.Cells[naive.Place] = (byte)('0' + value);
                naive.Move(naive.Direction);
                break;
            case Kind.SetAddress:
                bench.Instruct(0x80 | Order[value]);
                naive.Place = value;
                break;
            case Kind.Up or Kind.Down:
                bench.Instruct(kind == Kind.Up ? 0x06 : 0x04);
                naive.Direction = kind == Kind.Up ? 1 : -1;
                break;
            case Kind.CursorLeft or Kind.CursorRight:
                bench.Instruct(kind == Kind.CursorLeft ? 0x10 : 0x14);
                naive.Move(kind == Kind.CursorLeft ? -1 : 1);
                break;
            case Kind.Home:
                bench.Instruct(0x02);
                naive.Place = 0;
                break;
            case Kind.Clear:
                bench.Instruct(0x01);
                naive.Clear();
                break;
        }
    }

    private sealed class Naive
    {
        public byte[] Cells { get; } = [.. Enumerable.Repeat((byte)' ', 80)];

        public int Place { get; set; }

        public int Direction { get; set; } = 1;

        public void Move(int by) => Place = (Place + by + 80) % 80;

        public void Clear()
        {
            Array.Fill(Cells, (byte)' ');
            Place = 0;
            Direction = 1;
        }
    }
}
