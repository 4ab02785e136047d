using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Recording;

internal sealed class RecordedPort(ITokenPort port, CallLog log, FlightRecorder recorder) : ITokenPort
{
    public ResultCode Enter(string digits) => log.Do(
        new RigCall { Do = RigVerb.Enter, What = digits }, () => port.Enter(digits), result => result.ToString());

    public string ReadCredit() => log.Ask(RigVerb.ReadCredit, port.ReadCredit, credit => credit);

    public KeyRevision ReadKeyRevision() =>
        log.Ask(RigVerb.ReadKeyRevision, port.ReadKeyRevision, revision => revision.ToString());

    /// <summary>The tokens that brought it there are bytes on the line; the vending key is nowhere.</summary>
    public void Establish(KeyParameters key, MeterRegisters wanted, VendingStation station)
    {
        recorder.Station = station;
        log.Do(
            new RigCall { Do = RigVerb.Establish, What = KeyWords.Of(key) },
            () => port.Establish(key, wanted, station));
    }
}
