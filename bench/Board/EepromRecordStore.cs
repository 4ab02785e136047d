using System.Device.I2c;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// The record store on a 24C32: slot A in the lower half, slot B in the upper half of the chip, written by pages of 32
/// bytes (Microchip 24LC32A data sheet, sections 6 and 7). Only pages that differ are written, since each write
/// wears its page out a little, and the whole slot is read back and compared.
/// </summary>
public sealed class EepromRecordStore : IRecordStore, IDisposable
{
    public const int ChipBytes = 4096;
    public const int PageBytes = 32;
    private const int AddressBytes = 2;

    /// <summary>
    /// The longest a page takes. Waiting it out is kinder than asking at once: a refusal is an exception in the I2C
    /// driver and costs more than it saves.
    /// </summary>
    public static readonly TimeSpan WriteCycle = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(1);

    /// <summary>A chip that does not answer this many times in a row is not there.</summary>
    private const int MostPolls = 20;

    /// <summary>So many bytes are read at a time, so that the board is not deaf for longer than a few pages.</summary>
    private const int ReadAtOnce = 4 * PageBytes;

    private readonly I2cDevice _chip;
    private readonly IBenchClock _clock;
    private readonly bool _mustAnswer;
    private readonly byte[]?[] _known = new byte[]?[IRecordStore.Slots];
    private byte[] _readBack;
    private readonly byte[] _frame = new byte[AddressBytes + PageBytes];
    private Action _meanwhile = static () => { };

    /// <param name="chip">The EEPROM.</param>
    /// <param name="clock">What waits for it.</param>
    /// <param name="slotBytes">Bytes of each slot.</param>
    /// <param name="mustAnswer">
    /// True: a chip that does not answer when it is read is a fault of the bench's wiring. False: it is a memory that
    /// holds nothing, as a meter's own firmware takes it.
    /// </param>
    public EepromRecordStore(I2cDevice chip, IBenchClock clock, int slotBytes, bool mustAnswer = true)
    {
        _mustAnswer = mustAnswer;
        if (slotBytes is <= 0 or > ChipBytes / 2)
            throw new RigFaultException($"store: a slot of {slotBytes} bytes does not fit {ChipBytes / 2} bytes");
        _chip = chip;
        _clock = clock;
        SlotBytes = slotBytes;
        _readBack = new byte[slotBytes];
    }

    public int SlotBytes { get; }

    /// <summary>Closes the chip, and its bus where that is its own.</summary>
    public void Dispose() => _chip.Dispose();

    /// <summary>Where a slot begins in the chip.</summary>
    public static int AddressOf(int slot) => slot * (ChipBytes / 2);

    public byte[] Read(int slot)
    {
        var image = new byte[SlotBytes];
        if (!TryReadAll(AddressOf(slot), image))
        {
            if (_mustAnswer)
                throw new RigFaultException("store: the EEPROM does not answer (wiring? address? pull-ups?)");
            _known[slot] = null;
            return Blank();
        }

        _known[slot] = image;
        return [.. image];
    }

    public bool Write(int slot, ReadOnlySpan<byte> image)
    {
        if (image.Length != SlotBytes)
            throw new ArgumentException($"a slot holds {SlotBytes} bytes, not {image.Length}", nameof(image));
        var known = _known[slot];
        _known[slot] = null;
        for (var offset = 0; offset < image.Length; offset += PageBytes)
        {
            var page = image.Slice(offset, Math.Min(PageBytes, image.Length - offset));
            if (known is not null && page.SequenceEqual(known.AsSpan(offset, page.Length))) continue;
            if (!TryWritePage(AddressOf(slot) + offset, page)) return false;
        }

        if (!TryReadAll(AddressOf(slot), _readBack)) return false;
        if (!image.SequenceEqual(_readBack)) return false;
        _known[slot] = _readBack;
        _readBack = known ?? new byte[SlotBytes];
        return true;
    }

    public void WhileWaiting(Action work) => _meanwhile = work;

    private byte[] Blank()
    {
        var blank = new byte[SlotBytes];
        Array.Fill(blank, byte.MaxValue);
        return blank;
    }

    private bool TryWritePage(int address, ReadOnlySpan<byte> page)
    {
        PutAddress(_frame, address);
        page.CopyTo(_frame.AsSpan(AddressBytes));
        for (var poll = 0; poll < MostPolls; poll++)
        {
            try
            {
                _chip.Write(_frame.AsSpan(0, AddressBytes + page.Length));
                _clock.Wait(WriteCycle);
                _meanwhile();
                return true;
            }
            catch (IOException)
            {
                _clock.Wait(PollPause);
            }
        }

        return false;
    }

    private bool TryReadAll(int address, Span<byte> into)
    {
        for (var offset = 0; offset < into.Length; offset += ReadAtOnce)
        {
            var part = into.Slice(offset, Math.Min(ReadAtOnce, into.Length - offset));
            if (!TryRead(address + offset, part)) return false;
            _meanwhile();
        }

        return true;
    }

    private bool TryRead(int address, Span<byte> into)
    {
        Span<byte> start = stackalloc byte[AddressBytes];
        PutAddress(start, address);
        for (var poll = 0; poll < MostPolls; poll++)
        {
            try
            {
                _chip.WriteRead(start, into);
                return true;
            }
            catch (IOException)
            {
                _clock.Wait(PollPause);
            }
        }

        return false;
    }

    private static void PutAddress(Span<byte> frame, int address)
    {
        frame[0] = (byte)(address >> 8);
        frame[1] = (byte)(address & byte.MaxValue);
    }
}
