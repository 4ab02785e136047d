using System.Diagnostics;
using HilBench.Roles;
using HilBench.Scenarios.Running;

namespace HilBench.Pi;

/// <summary><c>tests/Pi/run --systemd</c>: the unit of the docs under the real systemd.</summary>
internal static class ServiceRun
{
    private const string Page = "docs/hardware/raspberry-pi.md";
    private const string Heading = "## As a service";

    /// <summary>The library of Debian 12.</summary>
    private const int Gpiod = 1;

    public static int Run(string[] args)
    {
        var cache = args[Array.IndexOf(args, "--cache") + 1];
        var files = new VmFiles(cache, Gpiod, "systemd-")
        {
            Initrd = Path.Combine(cache, "systemd", "initrd"),
            Processors = 2,
        };
        File.Copy(Path.Combine(cache, "systemd", "root.img"), files.Disk);
        var started = Stopwatch.GetTimestamp();
        using var machine = new ServiceMachine(files);
        using var interrupt = new Interrupted([machine]);
        var list = new Checklist();
        try
        {
            new ServiceChecks(machine, list).Run(DocsLines.Under(Heading, Path.Combine(Checkout(), Page)));
        }
        catch (Exception) when (interrupt.Stop.IsCancellationRequested)
        {
            interrupt.LeaveIfStopped();
        }
        catch (StimulusNotDeliveredException lost)
        {
            Screen.Write($"  INVALID a press did not arrive, so nothing was proved: {lost.Message}");
            return ExitCodes.Invalid;
        }
        catch (RigFaultException wrong)
        {
            Console.Error.WriteLine($"rig fault: {wrong.Message}");
            return ExitCodes.RigFault;
        }

        var seconds = (int)Stopwatch.GetElapsedTime(started).TotalSeconds;
        Screen.Write($"the service under systemd, {seconds} s: {list.Right} ok, {list.Wrong} wrong");
        return list.Wrong == 0 ? ExitCodes.Passed : ExitCodes.Failed;
    }

    /// <summary>The folder above this program that has the docs: it is built and started inside the checkout.</summary>
    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Page))) folder = folder.Parent;
        return folder?.FullName ?? throw new RigFaultException($"there is no {Page} above {AppContext.BaseDirectory}");
    }
}

/// <summary>Each check with its verdict.</summary>
internal sealed class Checklist
{
    public int Right { get; private set; }

    public int Wrong { get; private set; }

    public bool Is(bool isRight, string what)
    {
        if (isRight) Right++;
        else Wrong++;
        Screen.Write($"  {(isRight ? "ok" : "WRONG"),-6} {what}");
        return isRight;
    }

    public static void Title(string what) => Screen.Write(what);

    public static void Draw(IEnumerable<string> lines) =>
        Screen.Write([.. lines.Select(line => $"         {line}")]);
}
