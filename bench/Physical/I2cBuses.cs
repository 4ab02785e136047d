using System.Device.I2c;
using HilBench.Board;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>Opens I2C buses, and says in one line what to do when there is none, or when a chip is missing.</summary>
public static class I2cBuses
{
    /// <summary>Addresses a chip may have; the others are reserved.</summary>
    private const int FirstAddress = 0x08;

    private const int LastAddress = 0x77;

    /// <summary>One chip on a bus of its own, which is closed with it.</summary>
    /// <exception cref="RigFaultException">There is no such bus, or no permission.</exception>
    public static I2cDevice Open(int bus, int address) =>
        Guarded(bus, () => I2cDevice.Create(new I2cConnectionSettings(bus, address)));

    /// <exception cref="RigFaultException">There is no such bus, or no permission.</exception>
    public static I2cBus OpenBus(int bus) => Guarded(bus, () => I2cBus.Create(bus));

    /// <summary>Every chip answers, or the first that does not is named, with those that do.</summary>
    /// <exception cref="RigFaultException">One is missing.</exception>
    public static void Demand(I2cBus bus, int number, IReadOnlyList<I2cChipPlace> chips)
    {
        foreach (var chip in chips)
        {
            if (Answers(bus, chip.Address)) continue;
            throw new RigFaultException(
                $"I2C bus {number}: {chip.What} does not answer at 0x{chip.Address:X2}, {Others(bus)}; look at its "
                + "supply, SDA, SCL and address pins, or change the address in the rig file");
        }
    }

    /// <summary>Every address that answers to being read.</summary>
    public static IReadOnlyList<int> AllThatAnswer(I2cBus bus) =>
        [.. Enumerable.Range(FirstAddress, LastAddress - FirstAddress + 1).Where(address => Answers(bus, address))];

    /// <summary>Reading a byte is harmless to every chip of a rig.</summary>
    public static bool Answers(I2cBus bus, int address)
    {
        using var device = bus.CreateDevice(address);
        try
        {
            device.ReadByte();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static T Guarded<T>(int bus, Func<T> open)
    {
        var path = $"/dev/i2c-{bus}";
        if (!File.Exists(path))
        {
            throw new RigFaultException(
                $"I2C bus {bus}: there is no {path}; switch I2C on (raspi-config, or dtparam=i2c_arm=on)");
        }

        try
        {
            return open();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or NotSupportedException
            or PlatformNotSupportedException)
        {
            throw new RigFaultException(
                $"I2C bus {bus}: {path} cannot be opened ({wrong.Message.ReplaceLineEndings(" ").Trim()}); "
                + "is the user in group i2c?",
                wrong);
        }
    }

    private static string Others(I2cBus bus)
    {
        var there = AllThatAnswer(bus);
        return there.Count == 0
            ? "nor does anything else"
            : $"but something does at {string.Join(", ", there.Select(address => $"0x{address:X2}"))}";
    }
}
