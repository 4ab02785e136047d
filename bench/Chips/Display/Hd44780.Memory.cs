namespace HilBench.Chips;

/// <summary>DDRAM, CGRAM, the address counter, and which cell stands where on the glass.</summary>
public sealed partial class Hd44780
{
    // ---- memories -------------------------------------------------------------------------------------------

    private void MoveAddress(bool forward)
    {
        if (_inCgram)
        {
            _address = (_address + (forward ? 1 : -1)) & 0x3F;
        }
        else if (_twoLines)
        {
            _address = forward
                ? _address switch { 0x27 => 0x40, 0x67 => 0x00, _ => (_address + 1) & 0x7F }
                : _address switch { 0x40 => 0x27, 0x00 => 0x67, _ => _address - 1 };
        }
        else
        {
            _address = forward
                ? _address switch { 0x4F => 0x00, _ => (_address + 1) & 0x7F }
                : _address switch { 0x00 => 0x4F, _ => _address - 1 };
        }
    }

    /// <summary>The memory cell of a DDRAM address: both modes use the same 80 cells.</summary>
    private int CellOf(int address)
    {
        if (!_twoLines) return address < Cells ? address : Outside;
        if (address < LineLength) return address;
        return address is >= 0x40 and < 0x40 + LineLength ? address - 0x40 + LineLength : Outside;
    }

    /// <summary>The memory cell shown at a place of the glass; rows 3 and 4 go on where 1 and 2 end.</summary>
    private int CellAt(int row, int column)
    {
        int along = (row >> 1) * Columns + column;
        if (_twoLines) return (row & 1) * LineLength + (along + _shift) % LineLength;
        return (row & 1) == 0 ? (along + _shift) % Cells : Outside;
    }

    private void SetCell(int cell, byte value)
    {
        if (_ddram[cell] == value) return;
        _ddram[cell] = value;
        if (_displayOn) GlassTouched();
    }

    private void GlassTouched()
    {
        GlassVersion++;
        GlassChangedAt = Board.Time.Now;
        GlassChanged?.Invoke();
    }
}
