using HilBench.Meter;
using HilBench.Rig.Surroundings;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;
using HilBench.Tokens;

namespace HilBench.Rig.Outside;

/// <summary>Everything a rig file says about a meter behind a token port.</summary>
public sealed record OutsideSettings
{
    /// <summary>The <c>port</c> that means our own meter in virtual time.</summary>
    public const string Virtual = "virtual";

    public string Port { get; init; } = Virtual;

    public LineForm Form { get; init; } = LineForm.SevenEven;

    public PortCallSettings Call { get; init; } = new();

    public bool Lockstep { get; init; } = true;

    /// <summary>The file these settings were read from, for messages.</summary>
    public string? RigFile { get; init; }

    /// <summary>Where a profile that does not come with the bench was read from.</summary>
    public string? ProfileFile { get; init; }

    /// <summary>The meter's key as it is when the run begins.</summary>
    public required KeyParameters Key { get; init; }

    /// <summary>Null = the public test key.</summary>
    public VendingKey? VendingKey { get; init; }

    public DateTime FirstTokenAt { get; init; } = new(2024, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    public string CreditRegister { get; init; } = PortRegisters.Credit;

    public string KeyRevisionRegister { get; init; } = PortRegisters.KeyRevision;

    public string MeterNumberRegister { get; init; } = PortRegisters.MeterNumber;

    /// <summary>The relay in its mains; null = the bench has no hand on it.</summary>
    public MainsRelaySettings? MainsRelay { get; init; }

    /// <summary>The bus of the relay: the number in /dev/i2c-N.</summary>
    public int I2cBus { get; init; } = 1;

    public bool IsVirtual => Port == Virtual;

    /// <summary>How a script finds this profile: by its file, where it is that of the rig, else by name.</summary>
    public string NameOrFileOf(MeterProfile profile) =>
        ProfileFile is { } file && Path.GetFileNameWithoutExtension(file) == profile.Name ? file : profile.Name;
}
