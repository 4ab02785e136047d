using System.Diagnostics;
using HilBench.Physical.Ports;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.Physical;

/// <summary>Who has a port, and what the lock says about it: the truth or nothing.</summary>
public sealed class PortLockTests : IDisposable
{
    private readonly PtyLink _pty = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-lock-").FullName;

    /// <summary>A process that was killed may have left a card for a pseudo-terminal of the same number.</summary>
    public PortLockTests()
    {
        if (File.Exists(Card)) File.Delete(Card);
    }

    private string Card => PortOwnerCard.PathsFor(_pty.Device).First();

    [Fact]
    public void A_held_port_has_a_card_with_its_owner_that_others_cannot_read()
    {
        Assert.SkipUnless(Directory.Exists("/run/lock"), "this computer has no /run/lock");
        using (Hold())
        {
            var lines = File.ReadAllLines(Card);
            Assert.StartsWith($"process {Environment.ProcessId} (", lines[0]);
            Assert.EndsWith($" of user {Environment.UserName}", lines[0]);
            if (OperatingSystem.IsLinux())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Card));
        }

        Assert.False(File.Exists(Card));
    }

    [Fact]
    public void A_link_where_the_card_should_be_is_not_followed()
    {
        Assert.SkipUnless(Directory.Exists("/run/lock"), "this computer has no /run/lock");
        var victim = Path.Combine(_folder, "victim");
        File.WriteAllText(victim, "keep me");
        File.CreateSymbolicLink(Card, victim);
        try
        {
            using (Hold())
            {
                Assert.Equal("keep me", File.ReadAllText(victim));
                // The lock itself is on the port and holds without a card.
                Assert.StartsWith($"{_pty.Device}: held by ", Assert.Throws<LinkLostException>(Hold).Message);
            }

            Assert.Equal("keep me", File.ReadAllText(victim));
        }
        finally
        {
            File.Delete(Card);
        }
    }

    [Fact]
    public void A_file_with_two_names_is_not_written_to()
    {
        Assert.SkipUnless(Directory.Exists("/run/lock"), "this computer has no /run/lock");
        var victim = Card + ".victim";
        File.WriteAllText(victim, "keep me");
        try
        {
            Assert.SkipUnless(Link(victim, Card), "hard links cannot be made here");
            using (Hold()) Assert.Equal("keep me", File.ReadAllText(victim));
        }
        finally
        {
            File.Delete(Card);
            File.Delete(victim);
        }
    }

    [Fact]
    public void A_card_left_by_a_process_that_died_is_no_lock_and_names_nobody()
    {
        Assert.SkipUnless(Directory.Exists("/run/lock"), "this computer has no /run/lock");
        // The process of that number started later than the one that wrote it.
        File.WriteAllText(Card, "process 1 (somebody who died)\n1 0\n");
        try
        {
            Assert.Null(PortOwnerCard.Read(_pty.Device));
            using (Hold()) Assert.StartsWith($"process {Environment.ProcessId} (", File.ReadAllText(Card));
        }
        finally
        {
            File.Delete(Card);
        }
    }

    [Fact]
    public void Who_made_a_pseudo_terminal_is_the_cable_and_no_rival()
    {
        // A pair such as socat makes: one process has the master and keeps the near end open too.
        Process(4711, near: true, master: Number);
        Assert.Null(Rival());
    }

    [Fact]
    public void Who_made_another_pseudo_terminal_is_a_rival_when_it_uses_this_one()
    {
        Process(4711, near: true, master: Number + 1);
        Assert.Equal("process 4711 (terminal -x)", Rival());
    }

    [Fact]
    public void A_reader_beside_the_cable_is_a_rival()
    {
        Process(4711, near: true, master: Number);
        Process(4712, near: true, master: null);
        Assert.Equal("process 4712 (terminal -x)", Rival());
    }

    [Fact]
    public void A_process_that_only_has_the_far_end_is_no_rival()
    {
        Process(4711, near: false, master: Number);
        Assert.Null(Rival());
    }

    [Fact]
    public void A_pair_made_by_another_program_carries_a_session()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/socat"), "socat is not installed");
        var (a, b) = (Path.Combine(_folder, "a"), Path.Combine(_folder, "b"));
        using var socat = System.Diagnostics.Process.Start(new ProcessStartInfo("/usr/bin/socat")
        {
            ArgumentList = { $"pty,raw,echo=0,link={a}", $"pty,raw,echo=0,link={b}" },
        })!;
        try
        {
            Assert.True(SpinWait.SpinUntil(() => File.Exists(a) && File.Exists(b), TimeSpan.FromSeconds(30)));
            using var here = Ports.Call(a, LineForm.SevenEven, 300);
            using var there = Ports.Call(b, LineForm.SevenEven, 300);
            here.Write("/?!\r\n"u8);
            var heard = new byte[16];
            var count = 0;
            while (count < 5 && there.Read(heard.AsSpan(count), TimeSpan.FromSeconds(5)) is > 0 and var more)
                count += more;
            Assert.Equal("/?!\r\n"u8.ToArray(), heard[..count]);
            Assert.StartsWith($"{a}: held by process {Environment.ProcessId} (",
                Assert.Throws<LinkLostException>(() => Ports.Call(a, LineForm.SevenEven, 300)).Message);
        }
        finally
        {
            socat.Kill();
            socat.WaitForExit();
        }
    }

    [Theory]
    [InlineData("/etc/hostname", "this is not a serial port")]
    [InlineData("/tmp", "this is not a serial port")]
    [InlineData("/dev/ttyNOWHERE", "there is no such port")]
    public void What_is_no_port_is_told(string device, string why)
    {
        var wrong = Assert.Throws<LinkLostException>(() => Ports.Call(device, LineForm.EightNone, 300));
        Assert.Equal($"{device}: {why}", wrong.Message);
    }

    [Fact]
    public void A_port_that_is_no_terminal_is_told_and_let_go()
    {
        for (var i = 0; i < 2; i++)
        {
            var wrong = Assert.Throws<LinkLostException>(() => Ports.Call("/dev/null", LineForm.EightNone, 300));
            Assert.DoesNotContain("held by", wrong.Message);
        }
    }

    public void Dispose()
    {
        _pty.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private int Number => int.Parse(Path.GetFileName(_pty.Device), null);

    private static bool Link(string from, string to)
    {
        using var link = System.Diagnostics.Process.Start("ln", [from, to]);
        link.WaitForExit();
        return link.ExitCode == 0;
    }

    private PortLock Hold() => PortLock.Take(_pty.Device);

    private string? Rival()
    {
        return PortUsers.RivalFor(LibC.FactsOf(_pty.Device)!.Value, _pty.Device, _folder);
    }

    /// <summary>A process as the kernel shows it: its descriptors, and whose master it has.</summary>
    private void Process(int id, bool near, int? master)
    {
        var process = Directory.CreateDirectory(Path.Combine(_folder, $"{id}")).FullName;
        File.WriteAllText(Path.Combine(process, "cmdline"), "/usr/bin/terminal\0-x\0");
        Directory.CreateDirectory(Path.Combine(process, "fd"));
        Directory.CreateDirectory(Path.Combine(process, "fdinfo"));
        if (near) File.CreateSymbolicLink(Path.Combine(process, "fd", "3"), _pty.Device);
        if (master is null) return;
        File.CreateSymbolicLink(Path.Combine(process, "fd", "4"), "/dev/ptmx");
        File.WriteAllText(Path.Combine(process, "fdinfo", "4"), $"pos:\t0\ntty-index:\t{master}\n");
    }
}
