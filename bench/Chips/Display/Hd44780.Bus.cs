namespace HilBench.Chips;

/// <summary>The display's side of the wires: the enable pulse, the halves of a byte, reads.</summary>
public sealed partial class Hd44780
{
    // ---- the enable pulse -----------------------------------------------------------------------------------

    private void EnableRose()
    {
        _previousRose = _roseAt;
        _roseAt = Board.Time.NowTicks;
        _reading = _rw != TiedLow && _header.Sense(_rw);
        if (_reading) PresentData();
    }

    private void EnableFell()
    {
        CheckPulse();
        bool toData = _header.Sense(_rs);
        if (_reading)
        {
            _reading = false;
            _port.ReleaseAll();
            EndRead(toData);
            return;
        }

        int bits = 0;
        foreach (int pin in _data) bits = (bits >> 1) | (SenseData(pin) ? 0x80 : 0);
        if (_eightBit)
        {
            Take(toData, _data.Length == 8 ? bits : bits | OpenLowPins);
        }
        else if (!_nibblePending)
        {
            _highNibble = bits & 0xF0;
            _nibblePending = true;
        }
        else
        {
            _nibblePending = false;
            Take(toData, _highNibble | (bits >> 4 & 0x0F));
        }
    }

    /// <summary>E may be high already when the supply comes up: no firmware asked for that.</summary>
    private bool IsComingUp => Board.Time.Now == Board.Power.OnSince;

    private void CheckPulse()
    {
        long pulse = Board.Time.NowTicks - _roseAt;
        long cycle = _roseAt - _previousRose;
        if (pulse < Hd44780Timing.ShortestPulse.Ticks && (pulse > 0 || Timing.StrictPulse))
            Misused($"E was high for {pulse * 100} ns", "bus timing, figure 25: E must be high for at least 230 ns");
        else if (cycle < Hd44780Timing.ShortestCycle.Ticks && (cycle > 0 || Timing.StrictPulse))
            Misused($"E rose twice within {cycle * 100} ns", "bus timing, figure 25: an E cycle takes at least 500 ns");
    }

    // ---- reads ----------------------------------------------------------------------------------------------

    private void PresentData()
    {
        if (!_nibblePending || _eightBit)
        {
            bool fromData = _header.Sense(_rs);
            if (fromData && IsBusy && !IsComingUp) ReportBusy("data was read");
            _readValue = fromData ? MemoryByte() : (IsBusy ? 0x80 : 0) | _address;
        }

        int shown = !_eightBit && _nibblePending ? _readValue << 4 : _readValue;
        ulong pins = 0;
        ulong levels = 0;
        for (int i = 0; i < _data.Length; i++)
        {
            ulong bit = 1UL << _data[i];
            pins |= bit;
            if ((shown >> (8 - _data.Length + i) & 1) != 0) levels |= bit;
        }

        _port.Drive(pins, levels);
    }

    private void EndRead(bool fromData)
    {
        if (!_eightBit) _nibblePending = !_nibblePending;
        if (!fromData || _nibblePending) return;
        MoveAddress(_increment);
        BusyFor(Timing.Data, DataRule);
    }

    private int MemoryByte()
    {
        if (_inCgram) return _cgram[_address];
        int cell = CellOf(_address);
        return cell == Outside ? Blank : _ddram[cell];
    }
}
