using System.Device.Gpio;
using System.Device.I2c;
using HilBench.Board;
using HilBench.Roles;

namespace HilBench.Rig.Fingers;

/// <summary>
/// A crosspoint switch ADG2128 wired across a pad (Analog Devices data sheet, tables 8 and 9): a contact from a row (Y)
/// to a column (X) presses the key there. It belongs to the bench, not to the meter. Every contact is opened when it is
/// taken up, and each change is read back, because a press that did not happen must not pass for one.
/// </summary>
public sealed class Crosspoint : IDisposable
{
    private const byte Close = 0x80;
    private const byte LoadNow = 1;
    private const byte LoadLater = 0;
    private static readonly TimeSpan ResetPulse = TimeSpan.FromMilliseconds(1);

    /// <summary>What to write before X0 to X11 are read (table 9).</summary>
    private static readonly byte[] Readback =
        [0x34, 0x3C, 0x74, 0x7C, 0x35, 0x3D, 0x75, 0x7D, 0x36, 0x3E, 0x76, 0x7E];

    private readonly I2cPart _chip;
    private readonly CrosspointSettings _settings;
    private readonly GpioPin? _reset;
    private readonly IBenchClock _clock;
    private readonly Lock _lock = new();
    private bool _isDisposed;

    /// <exception cref="RigFaultException">It does not answer, or a contact does not open.</exception>
    public Crosspoint(I2cDevice device, GpioController? gpio, CrosspointSettings settings, IBenchClock clock)
    {
        _chip = new I2cPart(device, "the crosspoint switch ADG2128");
        _settings = settings;
        _clock = clock;
        try
        {
            if (settings.Reset is { } pin && gpio is not null)
                _reset = gpio.OpenPin(pin, PinMode.Output, PinValue.High);
            OpenAll();
        }
        catch
        {
            _reset?.Close();
            _chip.Dispose();
            throw;
        }
    }

    /// <summary>Presses the key at this row and column.</summary>
    public void Press(int row, int column) => Set([(row, column)], isClosed: true);

    /// <summary>Several keys at one moment.</summary>
    public void Press(IReadOnlyList<(int Row, int Column)> keys) => Set(keys, isClosed: true);

    public void Release(IReadOnlyList<(int Row, int Column)> keys) => Set(keys, isClosed: false);

    public void Release(int row, int column) => Set([(row, column)], isClosed: false);

    /// <summary>
    /// Opens every contact: by the reset pin where it is wired, which works on a bus that hangs, and in any case one by
    /// one. May come on any thread.
    /// </summary>
    public void OpenAll()
    {
        lock (_lock)
        {
            if (_isDisposed) return;
            if (_reset is { } reset)
            {
                reset.Write(PinValue.Low);
                _clock.Wait(ResetPulse);
                reset.Write(PinValue.High);
            }

            for (var x = 0; x < CrosspointSettings.XLines; x++)
            {
                for (var y = 0; y < CrosspointSettings.YLines; y++) _chip.Write([CodeOf(x, y), LoadLater]);
            }

            _chip.Write([CodeOf(CrosspointSettings.XLines - 1, CrosspointSettings.YLines - 1), LoadNow]);
            for (var x = 0; x < CrosspointSettings.XLines; x++)
            {
                if (ContactsOf(x) is not 0 and var closed)
                    throw new RigFaultException($"the crosspoint switch: contacts {closed:X2} of X{x} do not open");
            }
        }
    }

    /// <summary>Opens all contacts, even of a chip that only answers by its reset pin.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed) return;
            try
            {
                OpenAll();
            }
            finally
            {
                _isDisposed = true;
                _reset?.Close();
                _chip.Dispose();
            }
        }
    }

    private void Set(IReadOnlyList<(int Row, int Column)> keys, bool isClosed)
    {
        lock (_lock)
        {
            for (var i = 0; i < keys.Count; i++)
            {
                var (x, y) = (_settings.Columns[keys[i].Column], _settings.Rows[keys[i].Row]);
                _chip.Write([
                    (byte)(CodeOf(x, y) | (isClosed ? Close : 0)), i == keys.Count - 1 ? LoadNow : LoadLater]);
            }

            foreach (var (row, column) in keys)
            {
                var (x, y) = (_settings.Columns[column], _settings.Rows[row]);
                if ((ContactsOf(x) >> y & 1) != 0 == isClosed) continue;
                throw new RigFaultException(
                    $"the crosspoint switch: contact X{x} Y{y} did not {(isClosed ? "close" : "open")}");
            }
        }
    }

    private int ContactsOf(int x)
    {
        Span<byte> contacts = stackalloc byte[2];
        _chip.WriteRead([Readback[x]], contacts);
        return contacts[1];
    }

    /// <summary>The codes of X skip 6 and 7 (table 8).</summary>
    private static byte CodeOf(int x, int y) => (byte)((x < 6 ? x : x + 2) << 3 | y);
}
