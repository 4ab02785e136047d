using HilBench.Board;
using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>
/// Wires and keys of a pad. A broken wire is broken at the pad: its keys make no contact at all. Two wires that touch
/// strike when a key on one of them goes down.
/// </summary>
public sealed class KeypadFaults(VirtualTime time, MatrixKeypad pad, PinHeader header, KeypadWiring wiring)
    : FaultSet(FaultyPart.Keypad)
{
    private readonly List<Contact> _joins = [];
    private readonly List<Action<char, bool>> _watchers = [];
    private readonly HashSet<char> _broken = [];

    public override string? Problem(Fault fault) => fault.Kind switch
    {
        FaultKind.RowBroken => Unknown(fault.Number, wiring.Rows.Count, "row"),
        FaultKind.ColumnBroken => Unknown(fault.Number, wiring.Columns.Count, "column"),
        FaultKind.RowsJoined => Unknown(fault, wiring.Rows.Count, "row"),
        FaultKind.ColumnsJoined => Unknown(fault, wiring.Columns.Count, "column"),
        _ => fault.Key is { } key && pad.Legend.Keys.Contains(key)
            ? null : $"the keypad has no key \"{fault.Key}\", only {string.Concat(pad.Legend.Keys)}",
    };

    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(time);
        switch (fault.Kind)
        {
            case FaultKind.RowBroken:
                Deaden(KeysOf(row: fault.Number - 1), defect);
                break;
            case FaultKind.ColumnBroken:
                Deaden(KeysOf(column: fault.Number - 1), defect);
                break;
            case FaultKind.RowsJoined:
                Join(wiring.Rows[fault.Number - 1], wiring.Rows[fault.Other - 1], defect,
                    [.. KeysOf(row: fault.Number - 1), .. KeysOf(row: fault.Other - 1)]);
                break;
            case FaultKind.ColumnsJoined:
                Join(wiring.Columns[fault.Number - 1], wiring.Columns[fault.Other - 1], defect,
                    [.. KeysOf(column: fault.Number - 1), .. KeysOf(column: fault.Other - 1)]);
                break;
            default:
                Break(fault.Key!.Value, fault, defect);
                break;
        }

        return defect;
    }

    public override void Mend()
    {
        foreach (var key in _broken) pad.Repair(key);
        foreach (var join in _joins) join.Open();
        foreach (var watcher in _watchers) pad.ContactMoving -= watcher;
        _broken.Clear();
        _joins.Clear();
        _watchers.Clear();
    }

    private static string? Unknown(int number, int count, string name) => number >= 1 && number <= count
        ? null : $"the keypad has {name}s 1 to {count}, not {number}";

    private static string? Unknown(Fault fault, int count, string name) =>
        Unknown(fault.Number, count, name) ?? Unknown(fault.Other, count, name)
        ?? (fault.Number == fault.Other ? $"a {name} cannot touch itself" : null);

    private void Break(char key, Fault fault, Defect defect)
    {
        _broken.Add(key);
        switch (fault.Kind)
        {
            case FaultKind.KeyBounces:
                pad.MakeChatter(key, fault.Time, defect);
                break;
            case FaultKind.KeySticks:
                pad.Stick(key, defect);
                break;
            case FaultKind.KeyNeedsTwoPresses:
                pad.MakeWeak(key, defect);
                break;
            default:
                throw NotMine(fault);
        }
    }

    private void Deaden(IEnumerable<char> keys, Defect defect)
    {
        foreach (var key in keys)
        {
            pad.Deaden(key, defect);
            _broken.Add(key);
        }
    }

    private void Join(int pin, int other, Defect defect, char[] keys)
    {
        var join = header.Wire(pin, other);
        join.Close();
        _joins.Add(join);
        Action<char, bool> watcher = (key, isClosed) =>
        {
            if (isClosed && keys.Contains(key)) defect.Strike();
        };
        pad.ContactMoving += watcher;
        _watchers.Add(watcher);
    }

    /// <summary>The keys of a row, or of a column.</summary>
    private IEnumerable<char> KeysOf(int? row = null, int? column = null)
    {
        for (var r = 0; r < pad.Legend.Rows; r++)
        {
            for (var c = 0; c < pad.Legend.Columns; c++)
            {
                if ((row ?? r) == r && (column ?? c) == c && pad.Legend.KeyAt(r, c) is not ' ' and var key)
                    yield return key;
            }
        }
    }
}
