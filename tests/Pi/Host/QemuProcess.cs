using System.Diagnostics;
using System.Net.Sockets;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// A QEMU process with sockets in the run's folder. It ends with the run, even when the run is killed: the kernel kills
/// it when the thread that started it ends, so that thread must live as long as the scenarios. It has a session of its
/// own, so that a busy computer's scheduler weighs it against everything else and Ctrl-C does not reach it.
/// </summary>
internal sealed class QemuProcess : IDisposable
{
    private const string Precedence = "-15";

    private readonly VmFiles _files;
    private readonly Process _process;
    private readonly bool _goesFirst;

    /// <param name="files">Where the sockets are.</param>
    /// <param name="program">Such as qemu-system-x86_64.</param>
    /// <param name="arguments">For it.</param>
    /// <param name="hearsErrors">Its standard error is read by <see cref="Errors"/>.</param>
    public QemuProcess(VmFiles files, string program, IReadOnlyList<string> arguments, bool hearsErrors = false)
    {
        _files = files;
        _goesFirst = files.GoesFirst && Environment.IsPrivilegedProcess;
        string[] bound = ["setsid", "setpriv", "--pdeathsig", "KILL", program, .. arguments];
        string[] all = _goesFirst ? ["nice", "-n", Precedence, .. bound] : bound;
        _process = Process.Start(new ProcessStartInfo(all[0], all[1..]) { RedirectStandardError = hearsErrors })
            ?? throw new RigFaultException($"{program} does not start");
    }

    public StreamReader Errors => _process.StandardError;

    public bool IsRunning => !_process.HasExited;

    public NetworkStream Connect(string name)
    {
        for (var attempt = 0; ; attempt++)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(_files.Socket(name)));
                if (_goesFirst) GoFirst();
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException wrong)
            {
                socket.Dispose();
                if (!IsRunning) throw new RigFaultException("QEMU ended before it began; its message is above");
                if (attempt > 300) throw new RigFaultException($"QEMU: no socket {name}: {wrong.Message}");
                Thread.Sleep(100);
            }
        }
    }

    public void Dispose()
    {
        if (IsRunning) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>
    /// On some kernels its session is a group of the scheduler, and the priority of the group counts. The session
    /// exists as soon as the sockets do, and not before.
    /// </summary>
    private void GoFirst()
    {
        try
        {
            File.WriteAllText($"/proc/{_process.Id}/autogroup", Precedence);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            // This kernel has no such groups.
        }
    }
}
