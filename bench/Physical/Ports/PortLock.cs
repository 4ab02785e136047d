using System.Runtime.InteropServices;
using HilBench.TokenPort.Links;
using Microsoft.Win32.SafeHandles;

namespace HilBench.Physical.Ports;

/// <summary>
/// One program has a port at a time. Linux does not see to that: a second open of the same device succeeds for the
/// superuser, and the two steal each other's bytes. So whoever uses a port holds a lock on the device itself, which
/// ends with the process whatever happens to it and holds between users, and puts its name on a card. Programs that
/// take no lock are looked for among the processes.
/// </summary>
internal sealed class PortLock : IDisposable
{
    private const string PseudoTerminals = "/dev/pts/";
    private const int MostTries = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SafeFileHandle _port;
    private readonly PortOwnerCard? _card;

    private PortLock(SafeFileHandle port, PortOwnerCard? card) => (_port, _card) = (port, card);

    /// <exception cref="LinkLostException">
    /// Somebody has the port, and the message says who as far as that is known; or it cannot be opened.
    /// </exception>
    public static PortLock Take(string device)
    {
        var port = LibC.OpenPort(device);
        var error = Marshal.GetLastPInvokeError();
        try
        {
            if (port.IsInvalid) throw new LinkLostException(device, WhyNot(device, error));
            if (!LibC.IsTerminal(port) || LibC.FactsOf(port) is not { } facts)
                throw new LinkLostException(device, "this is not a serial port");
            // A port may have several names (/dev/serial/by-id/…): the lock is on what they mean.
            var real = RealName(port) ?? device;
            if (!TryLock(port))
            {
                var owner = PortOwnerCard.Read(real) ?? PortUsers.RivalFor(facts, real);
                throw new LinkLostException(device, $"held by {owner ?? "another program, which has locked it"}");
            }

            if (PortUsers.RivalFor(facts, real) is { } rival) throw new LinkLostException(device, $"held by {rival}");
            // Whoever may use the port may read who uses it; a pseudo-terminal belongs to one user.
            var group = real.StartsWith(PseudoTerminals, StringComparison.Ordinal) ? null : (uint?)facts.Group;
            return new PortLock(port, PortOwnerCard.Write(real, group, PortUsers.Myself));
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A program that is just being started has copies of all open files for a moment, and with them their locks: a
    /// port that was let go is free a little later then.
    /// </summary>
    private static bool TryLock(SafeFileHandle port)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (LibC.TryLock(port)) return true;
            Thread.Sleep(Pause);
        }

        return LibC.TryLock(port);
    }

    /// <summary>
    /// Takes back the mark that the serial library puts on the terminal, that it is for one program alone. On a
    /// pseudo-terminal it would outlive a process that is killed, and keep everybody out from then on.
    /// </summary>
    public void TakeBackMark() => LibC.TakeBackExclusiveMark(_port);

    public void Dispose()
    {
        _card?.Dispose();
        _port.Dispose();
    }

    private static string? OwnerOf(string device)
    {
        var real = File.ResolveLinkTarget(device, returnFinalTarget: true)?.FullName ?? device;
        return PortOwnerCard.Read(real)
            ?? (LibC.FactsOf(device) is { } facts ? PortUsers.RivalFor(facts, real) : null);
    }

    private static string? RealName(SafeFileHandle port) =>
        new FileInfo($"/proc/self/fd/{port.DangerousGetHandle()}").LinkTarget;

    private static string WhyNot(string device, int error) => error switch
    {
        LibC.NotThere => "there is no such port",
        LibC.NoPermission =>
            $"user {Environment.UserName} may not open it; members of the port's group may, usually dialout",
        LibC.InUse => OwnerOf(device) is { } owner
            ? $"held by {owner}"
            : "it is marked as open for one program alone (TIOCEXCL), by a program this user cannot see",
        LibC.NoDevice or LibC.NoSuchDevice or LibC.InputOutputError =>
            "there is no device behind this name (cable pulled, or the program at the far end has ended?)",
        _ => $"cannot be opened: {Marshal.GetPInvokeErrorMessage(error)}",
    };
}
