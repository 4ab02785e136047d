using HilBench.Meter;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Roles;

/// <summary>A meter that takes tokens by a port, and says by it what it holds.</summary>
public interface ITokenPort
{
    /// <summary>Enters a token and returns the meter's answer, such as <see cref="ResultCode.Accept"/>.</summary>
    /// <exception cref="StimulusNotDeliveredException">The port did not take it.</exception>
    ResultCode Enter(string digits);

    /// <summary>
    /// The credit as a glass of the meter's profile would show it, such as <c>25.6 kWh</c> or <c>250.00 KES</c>.
    /// </summary>
    string ReadCredit();

    KeyRevision ReadKeyRevision();

    /// <summary>
    /// Brings a meter that cannot be made anew into the state a scenario begins with, by tokens of this station.
    /// </summary>
    /// <exception cref="StimulusNotDeliveredException">It cannot be brought there.</exception>
    void Establish(KeyParameters key, MeterRegisters wanted, VendingStation station);
}
