using System.Device.I2c;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Physical;

/// <summary>Opens I2C devices, and says in one line what to do when there is none.</summary>
internal static class I2cBuses
{
    public static I2cDevice Open(int bus, int address)
    {
        var path = $"/dev/i2c-{bus}";
        if (!File.Exists(path))
        {
            throw new RigFaultException(
                $"I2C bus {bus}: there is no {path}; switch I2C on (raspi-config, or dtparam=i2c_arm=on)");
        }

        try
        {
            return I2cDevice.Create(new I2cConnectionSettings(bus, address));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new RigFaultException(
                $"I2C bus {bus}: {path} cannot be opened ({wrong.Message}); is the user in group i2c?", wrong);
        }
    }
}
