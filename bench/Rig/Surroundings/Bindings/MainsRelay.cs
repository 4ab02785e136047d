using System.Device.I2c;
using HilBench.Board;
using HilBench.Roles;
using Iot.Device.Mcp23xxx;

namespace HilBench.Rig.Surroundings;

/// <summary>
/// A relay in the mains of the meter under test, by <see cref="Mcp23017"/> of Iot.Device.Bindings. It is off when it is
/// taken up, whatever a program before left there, and off when it is given back; what is written is read back, because
/// a cut that did not happen must not pass for one. The latch always says "off" before the line is driven.
/// </summary>
/// <remarks>
/// The chip belongs to this one relay: its other lines are left as inputs, which is off on any board whose inputs have
/// their resistors. Every method may be called on any thread, for the end of the process comes on one of its own.
/// </remarks>
public sealed class MainsRelay : IDisposable
{
    private const ushort AllInputs = 0xFFFF;

    private readonly I2cPart _part;
    private readonly Mcp23017 _chip;
    private readonly MainsRelaySettings _settings;
    private readonly Lock _lock = new();
    private bool _isDisposed;

    /// <param name="device">The chip on its bus; it belongs to the relay from here on.</param>
    /// <exception cref="RigFaultException">It does not answer, or does not hold what is written to it.</exception>
    public MainsRelay(I2cDevice device, MainsRelaySettings settings)
    {
        _settings = settings;
        _part = new I2cPart(device, "the mains relay's MCP23017");
        try
        {
            // Makes every line an input: a relay that was left on falls off here.
            _chip = new Mcp23017(_part);
            Set(on: false);
        }
        catch
        {
            _part.Dispose();
            throw;
        }
    }

    public bool IsOn { get; private set; }

    /// <exception cref="RigFaultException">The chip does not answer, or does not hold what it is told.</exception>
    public void On()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Set(on: true);
        }
    }

    /// <exception cref="RigFaultException">The chip does not answer: the mains may still be on.</exception>
    public void Off()
    {
        lock (_lock)
        {
            if (!_isDisposed) SwitchOff();
        }
    }

    /// <summary>Off, and every line an input.</summary>
    /// <exception cref="RigFaultException">The chip does not answer: the mains may still be on.</exception>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            try
            {
                SwitchOff();
                _chip.WriteUInt16(Register.IODIR, AllInputs);
            }
            finally
            {
                _chip.Dispose();
                _part.Dispose();
            }
        }
    }

    private void SwitchOff()
    {
        try
        {
            Set(on: false);
        }
        catch (RigFaultException silent)
        {
            throw new RigFaultException(
                $"the mains of the meter may still be ON, switch it off by hand: {silent.Message}", silent);
        }
    }

    private void Set(bool on)
    {
        var line = (ushort)(1 << _settings.Line);
        var active = on ? line : (ushort)0;
        var latch = _settings.IsActiveLow ? (ushort)(AllInputs & ~active) : active;
        var directions = (ushort)(AllInputs & ~line);
        _chip.WriteUInt16(Register.OLAT, latch);
        _chip.WriteUInt16(Register.IODIR, directions);
        if (_chip.ReadUInt16(Register.OLAT) != latch || _chip.ReadUInt16(Register.IODIR) != directions)
        {
            throw new RigFaultException(
                $"the mains relay's MCP23017 at {_part.Place} does not hold what is written to it; look at its supply");
        }

        IsOn = on;
    }
}
