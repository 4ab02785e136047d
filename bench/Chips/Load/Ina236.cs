using System.Buffers.Binary;

namespace HilBench.Chips;

/// <summary>
/// <b>INA236</b>: current through a shunt and voltage of a bus, on I²C.
/// <para>
/// Source: Texas Instruments INA236 data sheet SBOSA81D: register map, steps of 2.5 µV (shunt) and 1.6 mV (bus),
/// current = shunt register × calibration / 2048, conversion times and averaging of the configuration register.
/// Registers have two bytes, the high one first; a read goes on from the register named last.
/// </para>
/// <para>
/// It measures all the time. What the loop is now is in the registers after one whole measurement, which takes both
/// conversions times the number averaged; until then they hold what was there before.
/// </para>
/// <para>Misuse: registers that do not exist or cannot be written, and a current read without a calibration.</para>
/// <para>Pins in: the bus (0x40 to 0x47); IN+, IN- and VBUS in a <see cref="TestLoopCircuit"/>.</para>
/// <para>
/// <b>Not modelled:</b> the small range (ADCRANGE), single measurements and power-down, the alert pin, offset and
/// noise, a change in the middle of an average.
/// </para>
/// </summary>
public sealed class Ina236 : Chip, II2cChip
{
    public const int FirstAddress = 0x40;
    public const int LastAddress = 0x47;

    private const ushort PowerOnConfiguration = 0x4127;
    private const ushort ResetBit = 0x8000;
    private const ushort MakerId = 0x5449;
    private const ushort ChipId = 0xA080;
    private const double ShuntStep = 2.5e-6;
    private const double BusStep = 1.6e-3;
    private const string Map = "register map";

    /// <summary>Microseconds of a conversion, by the three bits of VBUSCT and VSHCT.</summary>
    private static readonly int[] ConversionTimes = [140, 204, 332, 588, 1100, 2116, 4156, 8244];

    private static readonly int[] Averages = [1, 4, 16, 64, 128, 256, 512, 1024];

    public Ina236(
        CircuitBoard board, TestLoopCircuit loop, double shuntOhms, int busAddress = FirstAddress,
        string name = "INA236")
        : base(board, name)
    {
        if (busAddress is < FirstAddress or > LastAddress)
            throw new ArgumentOutOfRangeException(nameof(busAddress), busAddress, "An INA236 is at 0x40 to 0x47.");
        (BusAddress, _loop, _shuntOhms) = (busAddress, loop, shuntOhms);
        loop.Changed += StartOver;
        Reset();
    }

    // ---- pins in --------------------------------------------------------------------------------------------

    public int BusAddress { get; }

    /// <summary>IN+ and IN- are the wrong way round.</summary>
    public bool IsReversed
    {
        get => _isReversed;
        set
        {
            _isReversed = value;
            StartOver();
        }
    }

    bool II2cChip.TryWrite(ReadOnlySpan<byte> bytes, bool stop)
    {
        if (!IsPowered) return false;
        if (bytes.Length == 0) return true;
        using Lock.Scope transfer = _registers.EnterScope();
        _pointer = (Register)bytes[0];
        if (bytes.Length >= 3) Write(BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]));
        return true;
    }

    bool II2cChip.TryRead(Span<byte> bytes)
    {
        if (!IsPowered) return false;
        using Lock.Scope transfer = _registers.EnterScope();
        ushort value = Read();
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i % 2 == 0 ? value >> 8 : value & 0xFF);
        return true;
    }

    // ---- peeks ----------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override string Describe() => $"shunt {_shunt}, bus {_bus}, calibration {_calibration}";

    // ---- reset and power ------------------------------------------------------------------------------------

    public override void Reset()
    {
        (_configuration, _calibration, _pointer) = (PowerOnConfiguration, 0, Register.Configuration);
        (_shunt, _bus, _ready) = (0, 0, null);
        StartOver();
    }

    protected override void PowerOn() => Reset();

    protected override void PowerOff() => _ready = null;

    // ---- private machinery ----------------------------------------------------------------------------------

    private TimeSpan MeasurementTime => TimeSpan.FromMicroseconds(
        (ConversionTimes[_configuration >> 6 & 7] + ConversionTimes[_configuration >> 3 & 7])
        * (double)Averages[_configuration >> 9 & 7]);

    /// <summary>What the registers will hold is known one measurement from now.</summary>
    private void StartOver()
    {
        using Lock.Scope change = _registers.EnterScope();
        Settle();
        _ready = Board.Time.Now + MeasurementTime;
        _next = (_loop.Volts, IsReversed ? -_loop.Amperes : _loop.Amperes);
    }

    private void Settle()
    {
        if (_ready is not { } ready || Board.Time.Now < ready) return;
        _ready = null;
        _shunt = Steps(_next.Amperes * _shuntOhms / ShuntStep);
        _bus = Steps(_next.Volts / BusStep);
    }

    private static short Steps(double value) => (short)Math.Clamp(Math.Round(value), short.MinValue, short.MaxValue);

    private void Write(ushort value)
    {
        switch (_pointer)
        {
            case Register.Configuration when (value & ResetBit) != 0:
                Reset();
                break;
            case Register.Configuration:
                _configuration = value;
                StartOver();
                break;
            case Register.Calibration:
                _calibration = (ushort)(value & 0x7FFF);
                break;
            case Register.MaskEnable or Register.AlertLimit:
                break;
            default:
                Report($"register 0x{(byte)_pointer:X2} was written and cannot be", Map);
                break;
        }
    }

    private ushort Read()
    {
        Settle();
        switch (_pointer)
        {
            case Register.Configuration: return _configuration;
            case Register.ShuntVoltage: return unchecked((ushort)_shunt);
            case Register.BusVoltage: return unchecked((ushort)_bus);
            case Register.Current: return unchecked((ushort)Current());
            case Register.Power: return (ushort)Math.Min(ushort.MaxValue, Math.Abs(Current() * (long)_bus / 20_000));
            case Register.Calibration: return _calibration;
            case Register.MaskEnable or Register.AlertLimit: return 0;
            case Register.MakerId: return MakerId;
            case Register.ChipId: return ChipId;
            default:
                Report($"register 0x{(byte)_pointer:X2} was read and does not exist", Map);
                return 0;
        }
    }

    private short Current()
    {
        if (_calibration == 0) Report("the current was read without a calibration", "section on calibration");
        return Steps(_shunt * (double)_calibration / 2048);
    }

    // ---- fields and state -----------------------------------------------------------------------------------

    /// <summary>A bench in real time reads on another thread than the loop changes on.</summary>
    private readonly Lock _registers = new();
    private readonly TestLoopCircuit _loop;
    private readonly double _shuntOhms;
    private Register _pointer;
    private bool _isReversed;
    private ushort _configuration;
    private ushort _calibration;
    private short _shunt;
    private short _bus;
    private TimeSpan? _ready;
    private (double Volts, double Amperes) _next;

    private enum Register : byte
    {
        Configuration = 0x00,
        ShuntVoltage = 0x01,
        BusVoltage = 0x02,
        Power = 0x03,
        Current = 0x04,
        Calibration = 0x05,
        MaskEnable = 0x06,
        AlertLimit = 0x07,
        MakerId = 0x3E,
        ChipId = 0x3F,
    }
}
