using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Lab.Benches;

/// <summary>A token port that takes no tokens of somebody whose lease is over.</summary>
internal sealed class LeasedPort(ITokenPort port, Action demand) : ITokenPort
{
    public ResultCode Enter(string digits)
    {
        demand();
        return port.Enter(digits);
    }

    public string ReadCredit() => port.ReadCredit();

    public KeyRevision ReadKeyRevision() => port.ReadKeyRevision();

    public void Establish(KeyParameters key, MeterRegisters wanted, VendingStation station)
    {
        demand();
        port.Establish(key, wanted, station);
    }
}
