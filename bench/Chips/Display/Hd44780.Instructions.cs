namespace HilBench.Chips;

/// <summary>What the bytes mean (table 6), and for how long each keeps the chip busy.</summary>
public sealed partial class Hd44780
{
    // ---- writes ---------------------------------------------------------------------------------------------

    private void Take(bool toData, int value)
    {
        if (Board.Time.NowTicks < Math.Max(_busyUntil, ReadyTicks))
        {
            ReportBusy(toData ? $"data 0x{value:X2} was written" : $"instruction 0x{value:X2} was written");
            return;
        }

        if (toData) WriteData((byte)value);
        else Execute(value);
    }

    private void WriteData(byte value)
    {
        if (!_functionSet) Misused($"data 0x{value:X2} was written before any function set", FirstRule);
        if (_inCgram)
        {
            _cgram[_address] = value;
            GlassTouched();
        }
        else
        {
            int cell = CellOf(_address);
            if (cell == Outside) Misused($"data 0x{value:X2} was written to address 0x{_address:X2}", DdramRule);
            else SetCell(cell, value);
            if (_shiftOnWrite) ShiftDisplay(_increment ? 1 : -1);
        }

        MoveAddress(_increment);
        BusyFor(Timing.Data, DataRule);
    }

    private void Execute(int code)
    {
        if ((code & 0xE0) == 0x20)
        {
            FunctionSet(code);
            return;
        }

        if (!_functionSet) Misused($"instruction 0x{code:X2} came before any function set", FirstRule);
        _functionLocked = true;
        BusyFor(code is >= 0x01 and <= 0x03 ? Timing.ClearOrHome : Timing.Instruction, InstructionRule);
        switch (code)
        {
            case >= 0x80: SetDdramAddress(code & 0x7F); break;
            case >= 0x40: (_inCgram, _address) = (true, code & 0x3F); break;
            case >= 0x10: Shift(toDisplay: (code & 8) != 0, right: (code & 4) != 0); break;
            case >= 0x08: DisplayControl(code); break;
            case >= 0x04: (_increment, _shiftOnWrite) = ((code & 2) != 0, (code & 1) != 0); break;
            case >= 0x02: Home(); break;
            case 0x01: Clear(); break;
            default: Misused("instruction 0x00 means nothing", "table 6: every instruction has a bit set"); break;
        }
    }

    private void FunctionSet(int code)
    {
        bool eightBit = (code & 0x10) != 0;
        bool twoLines = (code & 0x08) != 0;
        bool widthChanges = eightBit != _eightBit;
        if (_functionLocked && !widthChanges && twoLines != _twoLines)
        {
            Misused($"function set 0x{code:X2} changed the number of lines after other instructions", LinesRule);
            twoLines = _twoLines;
        }

        if (twoLines != _twoLines) GlassTouched();
        _eightBit = eightBit;
        _twoLines = twoLines;
        _nibblePending = false;
        _functionSet = true;
        if (widthChanges) _functionLocked = false;
        BusyAfterFunctionSet(eightBit);
    }

    /// <summary>
    /// The first two function sets after power-on are the first two steps of figure 24: they need longer.
    /// </summary>
    private void BusyAfterFunctionSet(bool eightBit)
    {
        int seen = eightBit ? _functionSetsSeen++ : _functionSetsSeen = FunctionSetsOfStart;
        switch (seen)
        {
            case 0: BusyFor(Hd44780Timing.AfterFirstFunctionSet, "figure 24: wait more than 4.1 ms"); break;
            case 1: BusyFor(Hd44780Timing.AfterSecondFunctionSet, "figure 24: wait more than 100 µs"); break;
            default: BusyFor(Timing.Instruction, InstructionRule); break;
        }
    }

    private void SetDdramAddress(int address)
    {
        _inCgram = false;
        _address = address;
        if (CellOf(address) == Outside) Misused($"DDRAM address 0x{address:X2} was set", DdramRule);
    }

    private void DisplayControl(int code)
    {
        bool on = (code & 4) != 0;
        bool changed = on != _displayOn;
        (_displayOn, _cursorOn, _blinkOn) = (on, (code & 2) != 0, (code & 1) != 0);
        if (changed) GlassTouched();
    }

    private void Clear()
    {
        for (int cell = 0; cell < _ddram.Length; cell++) SetCell(cell, Blank);
        _increment = true;
        Home();
    }

    private void Home()
    {
        _inCgram = false;
        _address = 0;
        if (_shift != 0) GlassTouched();
        _shift = 0;
    }

    private void Shift(bool toDisplay, bool right)
    {
        if (toDisplay) ShiftDisplay(right ? -1 : 1);
        else MoveAddress(forward: right);
    }

    private void ShiftDisplay(int steps)
    {
        int length = _twoLines ? LineLength : Cells;
        _shift = (_shift + steps + length) % length;
        GlassTouched();
    }

    // ---- busy -----------------------------------------------------------------------------------------------

    private long ReadyTicks => (Board.Power.OnSince + Hd44780Timing.PowerUp).Ticks;

    private void BusyFor(TimeSpan duration, string rule)
    {
        _retimed?.Strike();
        _busyUntil = Board.Time.NowTicks + duration.Ticks;
        _busyRule = rule;
    }

    private void ReportBusy(string what)
    {
        long now = Board.Time.NowTicks;
        string rule = now < ReadyTicks ? "figure 24: wait more than 40 ms after the supply is up" : _busyRule;
        decimal early = (Math.Max(_busyUntil, ReadyTicks) - now) / (decimal)TimeSpan.TicksPerMicrosecond;
        Misused($"{what} {early:0.#} µs too early and is lost", rule);
    }
}
