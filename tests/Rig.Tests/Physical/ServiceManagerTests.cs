using System.Net.Sockets;
using System.Text;
using HilBench.Physical;

namespace HilBench.Rig.Tests.Physical;

public sealed class ServiceManagerTests : IDisposable
{
    /// <summary>The interval the manager asks for; the meter reports twice as often.</summary>
    private const string FifthOfASecond = "200000";

    private static readonly TimeSpan SeveralBeats = TimeSpan.FromMilliseconds(600);

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-service-").FullName;
    private readonly Socket _systemd = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified)
    {
        ReceiveTimeout = 30_000,
    };

    public ServiceManagerTests() => _systemd.Bind(new UnixDomainSocketEndPoint(Place));

    private string Place => Path.Combine(_folder, "notify");

    [Fact]
    public void The_meter_is_ready_when_its_credit_is_on_the_glass_and_alive_from_then_on()
    {
        using var manager = new ServiceManager(Place, FifthOfASecond);
        using var pi = new EmulatedPi();
        using var watched = manager.Watch(pi.Meter);
        Assert.False(_systemd.Poll(SeveralBeats, SelectMode.SelectRead), "it spoke before it ran");
        pi.Rig.Mains.Return();
        Assert.Equal(ServiceManager.Ready, Hear());
        Assert.Equal("12.5 kWh", pi.Rig.Glass.WaitUntilSettled().Lines[0].Trim());
        Assert.Equal(ServiceManager.Alive, Hear());
        Assert.Equal(ServiceManager.Alive, Hear());
    }

    [Fact]
    public void A_main_loop_that_stands_still_is_silent()
    {
        using var manager = new ServiceManager(Place, FifthOfASecond);
        using var pi = new EmulatedPi();
        using var watched = manager.Watch(pi.Meter);
        pi.Rig.Mains.Return();
        while (Hear() != ServiceManager.Alive)
        {
        }

        var isStill = true;
        pi.Happen(() =>
        {
            while (_systemd.Poll(0, SelectMode.SelectRead)) Hear();
            isStill = !_systemd.Poll(SeveralBeats, SelectMode.SelectRead);
        });
        Assert.True(isStill, "it said that it was alive");
    }

    [Fact]
    public void Nothing_is_said_after_the_end()
    {
        using var manager = new ServiceManager(Place, FifthOfASecond);
        using (var pi = new EmulatedPi())
        {
            using var watched = manager.Watch(pi.Meter);
            pi.Rig.Mains.Return();
            while (Hear() != ServiceManager.Alive)
            {
            }
        }

        manager.Tell(ServiceManager.Stopping);
        string last;
        do last = Hear();
        while (last == ServiceManager.Alive);
        Assert.Equal(ServiceManager.Stopping, last);
        Assert.False(_systemd.Poll(SeveralBeats, SelectMode.SelectRead));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@hilbench-tests-nobody-listens-here")]
    public void A_meter_that_nobody_manages_runs_as_well(string? socket)
    {
        using var manager = new ServiceManager(socket, FifthOfASecond);
        using var pi = new EmulatedPi();
        using var watched = manager.Watch(pi.Meter);
        pi.Rig.Mains.Return();
        Assert.Equal("12.5 kWh", pi.Rig.Glass.WaitUntilSettled().Lines[0].Trim());
    }

    [Fact]
    public void A_manager_that_stops_listening_is_no_fault_of_the_meter()
    {
        using var manager = new ServiceManager(Place);
        manager.Tell(ServiceManager.Ready);
        Assert.Equal(ServiceManager.Ready, Hear());
        _systemd.Dispose();
        manager.Tell(ServiceManager.Stopping);
    }

    public void Dispose()
    {
        _systemd.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Hear()
    {
        var datagram = new byte[64];
        return Encoding.ASCII.GetString(datagram, 0, _systemd.Receive(datagram));
    }
}
