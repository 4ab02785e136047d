using System.Globalization;
using HilBench.Meter;

namespace HilBench.TokenPort;

/// <summary>
/// Every register of the token port, in the order of the read-out. The addresses look like OBIS codes and follow the
/// COSEM classes where there is one, but they are <b>manufacturer-specific</b>: docs/hardware/token-port.md is their
/// only definition.
/// </summary>
public static class PortRegisters
{
    public const string MeterNumber = "0-0:C.1.0";
    public const string Pan = "0-0:C.1.1";
    public const string Identification = "0-0:0.2.0";
    public const string Credit = "0-0:19.10.0";
    public const string KeyRevision = "0-0:C.60.1";
    public const string KeyType = "0-0:C.60.2";
    public const string TariffIndex = "0-0:C.60.3";
    public const string SupplyGroup = "0-0:C.60.4";
    public const string KeyExpiry = "0-0:C.60.5";
    public const string LoadSwitch = "0-0:96.3.10";
    public const string PowerLimit = "0-0:17.0.0";
    public const string Tamper = "0-0:97.97.0";
    public const string Delivered = "1-0:1.8.0";

    private const decimal MillijoulesPerKwh = 3_600_000_000m;

    public static IReadOnlyList<PortRegister> All { get; } =
    [
        new(MeterNumber, "meter number (DRN)", (registers, _) => registers.Pan.Drn),
        new(Pan, "meter PAN, 18 digits", (registers, _) => registers.Pan.Digits),
        new(Identification, "identification, as at sign-on", (_, port) => port.Identification),
        new(Credit, "credit, rounded up as on the glass; kWh or a currency", CreditOf),
        new(KeyRevision, "key revision, 1 to 9", (registers, _) => registers.Key.Revision.ToString()),
        new(KeyType, "key type, 0 to 3", (registers, _) => Number((int)registers.Key.Type)),
        new(TariffIndex, "tariff index, 2 digits", (registers, _) => registers.Key.TariffIndex.ToString()),
        new(SupplyGroup, "supply group, 6 digits", (registers, _) => registers.Key.SupplyGroup.ToString()),
        new(KeyExpiry, "key expiry, 0 to 255", (registers, _) => registers.Key.Expiry.ToString()),
        new(LoadSwitch, "load switch: 1 closed, 0 open", SwitchOf),
        new(PowerLimit, "maximum power, 0 = none set", LimitOf),
        new(Tamper, "errors: 00 none, 01 tamper", (registers, _) => registers.TamperLatched ? "01" : "00"),
        new(Delivered, "energy delivered", DeliveredBy),
    ];

    public static PortRegister? Find(string address) => All.FirstOrDefault(register => register.IsCalled(address));

    /// <summary>True for the register that tokens are written to.</summary>
    public static bool IsToken(string address) => PortRegister.AreSame(PortRegister.Token, address);

    /// <summary>The values of a register about tokens, or null when the address is none.</summary>
    public static string? ResultAt(string address, MeterView view) =>
        IsToken(address) ? $"({(int)view.Result:D2})({Clean(view.Detail)})"
        : PortRegister.AreSame(PortRegister.Result, address) ? $"({(int)view.Result:D2})"
        : null;

    /// <summary>The text of a read-out: a line for each register, then the end mark.</summary>
    public static string ReadOut(MeterView view)
    {
        var lines = view.Registers is { } registers
            ? All.Select(register => $"{register.Address}({register.Read(registers, view.Port)})\r\n")
            : [$"{PortErrors.TextOf(PortError.MemoryFault)}\r\n"];
        return $"{string.Concat(lines)}{PortRegister.Result}{ResultAt(PortRegister.Result, view)}\r\n!\r\n";
    }

    private static string CreditOf(MeterRegisters registers, TokenPortSettings port)
    {
        var counts = port.Accounting;
        return counts.IsCurrency
            ? counts.Text(registers.Credit.UnitsIn(counts.Scale)).Replace(' ', '*')
            : Kwh(registers.Credit.Shown.Kwh, "0.0");
    }

    private static string SwitchOf(MeterRegisters registers, TokenPortSettings port) =>
        registers.LoadSwitch == LoadSwitchPosition.Closed ? "1" : "0";

    private static string LimitOf(MeterRegisters registers, TokenPortSettings port) =>
        Number(registers.MaximumPower?.Value ?? 0) + "*W";

    private static string DeliveredBy(MeterRegisters registers, TokenPortSettings port) =>
        Kwh((decimal)registers.DeliveredMillijoules / MillijoulesPerKwh, "000000.000");

    private static string Kwh(decimal kwh, string format) => kwh.ToString(format,
        CultureInfo.InvariantCulture) + "*kWh";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value never holds what would end it.</summary>
    private static string Clean(string text) =>
        string.Concat(text.Where(c => c is >= ' ' and <= '~' and not ('(' or ')' or '/' or '!'))).Trim();
}
