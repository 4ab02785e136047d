namespace HilBench.Chips;

/// <summary>
/// <b>Matrix keypad</b>: bare contacts between row and column wires.
/// <para>
/// Source: any membrane or rubber-dome pad; bounce figures: docs/meters.md. The pad has no logic: whichever side is
/// driven, a closed key joins its row to its column. Three closed keys at the corners of a rectangle therefore join
/// the fourth pair of wires as well (a ghost), unless every key has a diode.
/// </para>
/// <para>Pins in and out: the rows and columns, on any pins of a <see cref="PinHeader"/>.</para>
/// <para>
/// <b>Not modelled:</b> contact resistance, the travel of the key, wear, electrostatic discharge.
/// </para>
/// </summary>
public sealed class MatrixKeypad : Chip
{
    public MatrixKeypad(
        CircuitBoard board,
        PinHeader header,
        IReadOnlyList<int> rowPins,
        IReadOnlyList<int> columnPins,
        KeyLegend? legend = null,
        BounceProfile? bounce = null,
        KeypadDiodes diodes = KeypadDiodes.None,
        string name = "keypad")
        : base(board, name)
    {
        Legend = legend ?? KeyLegend.Telephone;
        Bounce = bounce ?? BounceProfile.Typical;
        if (rowPins.Count != Legend.Rows || columnPins.Count != Legend.Columns)
        {
            throw new ArgumentException(
                $"{Legend} needs {Legend.Rows} row pins and {Legend.Columns} column pins, not {rowPins.Count} and "
                + $"{columnPins.Count}.",
                nameof(rowPins));
        }

        _random = SeededRandom.For(board.Seed, name);
        ContactFlow flow = FlowOf(diodes);
        for (int row = 0; row < Legend.Rows; row++)
        {
            for (int column = 0; column < Legend.Columns; column++)
            {
                char key = Legend.KeyAt(row, column);
                if (key != ' ')
                    _keys.Add(new Key(key, header.Wire(rowPins[row], columnPins[column], flow), OnMoved));
            }
        }
    }

    public KeyLegend Legend { get; }

    public BounceProfile Bounce { get; set; }

    /// <summary>A contact has closed (true) or opened; told before anything comes of it.</summary>
    public Action<char, bool>? ContactMoving { get; set; }

    // ---- fingers --------------------------------------------------------------------------------------------

    /// <summary>
    /// Schedules a whole press: the contact closes at <paramref name="down"/> and opens <paramref name="hold"/> later,
    /// chattering each time. Nothing happens yet; the hardware does it while the bench waits.
    /// </summary>
    public KeyStroke Press(char key, TimeSpan down, TimeSpan hold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hold.Ticks, nameof(hold));
        Key pressed = Find(key);
        if (down < Board.Time.Now) down = Board.Time.Now;
        TimeSpan up = down + hold;
        if (pressed.Fault == KeyFault.Dead) Board.Time.At(down, () => pressed.Defect?.Strike());
        if (pressed.Fault == KeyFault.Dead || pressed.Misses()) return new KeyStroke(key, down, down, up, up);
        long mostChatter = Math.Min(Bounce.Longest.Ticks, hold.Ticks / 2);
        TimeSpan settled = Chatter(down, mostChatter, pressed.CloseAction, pressed.OpenAction);
        TimeSpan rested = Chatter(up, Bounce.Longest.Ticks, pressed.OpenAction, pressed.CloseAction);
        if (pressed.Chatter > TimeSpan.Zero) settled = ChatterLong(pressed, down, up);
        return new KeyStroke(key, down, settled, up, rested);
    }

    /// <summary>Closes the contact now, without chatter.</summary>
    public void Hold(char key) => Find(key).CloseAction();

    /// <summary>Opens the contact now, without chatter; a stuck key stays closed.</summary>
    public void Release(char key) => Find(key).OpenAction();

    // ---- faults ---------------------------------------------------------------------------------------------

    /// <summary>
    /// The key no longer comes up: it closes now, which is when it strikes, and stays closed whatever the finger does.
    /// </summary>
    public void Stick(char key, Defect? defect = null)
    {
        Key stuck = Find(key);
        stuck.Fault = KeyFault.StuckClosed;
        defect?.Strike();
        stuck.Apply();
    }

    /// <summary>
    /// The key no longer makes contact, whatever the finger does; a broken row or column wire is this for each of its
    /// keys. It strikes when a finger presses the key.
    /// </summary>
    public void Deaden(char key, Defect? defect = null)
    {
        Key dead = Find(key);
        (dead.Fault, dead.Defect) = (KeyFault.Dead, defect);
        dead.Apply();
    }

    /// <summary>The key makes no contact at every other press, beginning with the next.</summary>
    public void MakeWeak(char key, Defect? defect = null)
    {
        Key weak = Find(key);
        (weak.Fault, weak.Defect, weak.IsMissed) = (KeyFault.Weak, defect, false);
    }

    /// <summary>
    /// The contact of this key chatters for as long as <paramref name="longest"/> at every press and release, with at
    /// least one flip at its very end: that is when the defect strikes.
    /// </summary>
    public void MakeChatter(char key, TimeSpan longest, Defect? defect = null)
    {
        Key worn = Find(key);
        (worn.Chatter, worn.Defect) = (longest, defect);
    }

    /// <summary>Takes the fault away; the contact is then as the finger has it.</summary>
    public void Repair(char key)
    {
        Key repaired = Find(key);
        (repaired.Fault, repaired.Defect, repaired.Chatter) = (KeyFault.None, null, TimeSpan.Zero);
        repaired.Apply();
    }

    // ---- peeks ----------------------------------------------------------------------------------------------

    public bool IsClosed(char key) => Find(key).Contact.IsClosed;

    /// <summary>The keys whose contacts are closed now, in the order of the legend.</summary>
    public string ClosedKeys => string.Concat(_keys.Where(key => key.Contact.IsClosed).Select(key => key.Name));

    public override string Describe() =>
        $"closed [{ClosedKeys}] faults [{string.Join(' ', _keys.Where(k => k.Fault != 0).Select(k => k.Name))}]";

    // ---- reset and power: a switch knows neither ------------------------------------------------------------

    public override void Reset()
    {
    }

    protected override void PowerOn()
    {
    }

    protected override void PowerOff()
    {
    }

    // ---- private machinery ----------------------------------------------------------------------------------

    private static ContactFlow FlowOf(KeypadDiodes diodes) => diodes switch
    {
        KeypadDiodes.RowToColumn => ContactFlow.FirstToSecond,
        KeypadDiodes.ColumnToRow => ContactFlow.SecondToFirst,
        _ => ContactFlow.Both,
    };

    private void OnMoved(char key, bool closed) => ContactMoving?.Invoke(key, closed);

    private Key Find(char key)
    {
        foreach (Key candidate in _keys)
        {
            if (candidate.Name == key) return candidate;
        }

        throw new ArgumentException($"The keypad {Legend} has no key '{key}'.", nameof(key));
    }

    /// <summary>First the wanted state, then pairs of flips away and back; returns when the contact rests.</summary>
    private TimeSpan Chatter(TimeSpan from, long longestTicks, Action wanted, Action unwanted)
    {
        Board.Time.At(from, wanted);
        int pairs = longestTicks > 0 ? (int)_random.NextBelow(Bounce.MostFlips + 1) : 0;
        if (pairs == 0) return from;

        Span<long> moments = new long[2 * pairs];
        for (int i = 0; i < moments.Length; i++) moments[i] = 1 + _random.NextBelow(longestTicks);
        moments.Sort();
        for (int i = 0; i < moments.Length; i++)
        {
            Board.Time.At(from + new TimeSpan(moments[i]), i % 2 == 0 ? unwanted : wanted);
        }

        return from + new TimeSpan(moments[^1]);
    }

    /// <summary>A worn contact: pairs of flips all along, the last of them at the end of its time.</summary>
    private TimeSpan ChatterLong(Key worn, TimeSpan down, TimeSpan up)
    {
        foreach (var (from, wanted, unwanted) in new[]
        {
            (down, worn.CloseAction, worn.OpenAction), (up, worn.OpenAction, worn.CloseAction),
        })
        {
            for (TimeSpan at = FlipTime; at < worn.Chatter; at += 2 * FlipTime)
            {
                Board.Time.At(from + at, unwanted);
                Board.Time.At(from + at + FlipTime, wanted);
            }

            Board.Time.At(from + worn.Chatter, () => worn.Defect?.Strike());
        }

        return down + worn.Chatter;
    }

    // ---- fields and state -----------------------------------------------------------------------------------

    /// <summary>How long a worn contact is open, and closed, while it chatters.</summary>
    private static readonly TimeSpan FlipTime = TimeSpan.FromMilliseconds(2);

    private readonly List<Key> _keys = [];
    private readonly SeededRandom _random;

    private enum KeyFault
    {
        None,
        StuckClosed,
        Dead,
        Weak,
    }

    private sealed class Key
    {
        private readonly Action<char, bool> _moving;
        private bool _pressed;

        public Key(char name, Contact contact, Action<char, bool> moving)
        {
            _moving = moving;
            Name = name;
            Contact = contact;
            CloseAction = () => Finger(true);
            OpenAction = () => Finger(false);
        }

        public char Name { get; }

        public Contact Contact { get; }

        public Action CloseAction { get; }

        public Action OpenAction { get; }

        public KeyFault Fault { get; set; }

        public Defect? Defect { get; set; }

        public TimeSpan Chatter { get; set; }

        /// <summary>A weak key has missed the press before.</summary>
        public bool IsMissed { get; set; }

        /// <summary>A weak key makes no contact this time.</summary>
        public bool Misses()
        {
            if (Fault != KeyFault.Weak) return false;
            IsMissed = !IsMissed;
            if (IsMissed) Defect?.Strike();
            return IsMissed;
        }

        public void Apply()
        {
            bool closed = Fault switch
            {
                KeyFault.StuckClosed => true,
                KeyFault.Dead => false,
                _ => _pressed,
            };
            if (closed != Contact.IsClosed) _moving(Name, closed);
            if (closed) Contact.Close();
            else Contact.Open();
        }

        private void Finger(bool pressed)
        {
            if (pressed && !_pressed && Fault == KeyFault.Dead) Defect?.Strike();
            _pressed = pressed;
            Apply();
        }
    }
}
