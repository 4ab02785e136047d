using System.CommandLine;
using System.Net;
using HilBench.Input;
using HilBench.RigFiles;
using HilBench.Runs;
using HilBench.Scenarios.Engine;
using HilBench.Web;
using HilBench.Web.Settings;

namespace HilBench.Cli;

/// <summary><c>hilbench web</c>: the bench in a browser.</summary>
internal static class WebCommand
{
    private const string Help = """
        The bench in a browser: watch the meter, drive it by hand, save what you did as a feature.

        Examples:
          hilbench web                          http://localhost:5080, for this machine alone
          hilbench web --rig raspberry-pi       the meter on the pins of this Pi
          hilbench web --listen 192.168.1.20    for others, too, who bring the token that is printed
        Ctrl-C ends it; contacts open and ports close.
        """;

    private const string DefaultFeatures = "features";
    private const ulong MostPort = 65535;

    public static Command Create()
    {
        var rig = Options.Rig();
        var port = Options.Whole(
            "--port", $"The port; {WebSettings.UsualPort} if not given, 0 for any that is free.", 0, MostPort);
        var listen = new Option<string?>("--listen")
        {
            Description = "An address of this machine that others reach; 0.0.0.0 for all. They need the token.",
            HelpName = "ADDRESS",
        };
        var features = new Option<string>("--features")
        {
            Description = "The folder that features are read from and saved into.",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultFeatures,
        };
        var reports = new Option<string?>("--reports")
        {
            Description = "Where each run gets a folder for its report; beside the history if not given.",
            HelpName = "DIR",
        };
        var history = new Option<string?>(HistoryPlace.Option)
        {
            Description = "Where the verdicts are remembered; none = nowhere.",
            HelpName = "FILE|none",
        };
        var steps = Options.Steps();
        var command = new Command("web", Help) { rig, port, listen, features, reports, history, steps };
        command.SetAction(parsed =>
        {
            var plan = Rigs.Load(parsed.GetValue(rig)!);
            var files = parsed.GetValue(steps) ?? [];
            var address = AddressOf(parsed.GetValue(listen));
            DemandFolder(parsed.GetResult(features) is { Implicit: false } ? parsed.GetValue(features) : null);
            return Run(new WebSettings
            {
                Plan = plan,
                RigName = parsed.GetValue(rig)!,
                Seed = plan.Seed,
                Port = (int?)parsed.GetValue(port) ?? WebSettings.UsualPort,
                Listen = address,
                Token = address is null ? null : WebSettings.NewToken(),
                Features = parsed.GetValue(features)!,
                Reports = parsed.GetValue(reports) ?? UsualReports(),
                History = HistoryPlace.Of(parsed.GetValue(history)),
                StepFiles = files,
                Steps = StepAssemblies.Load(files),
            });
        });
        return command;
    }

    private static int Run(WebSettings settings)
    {
        using var interrupt = new Interrupt();
        WebFramework.LetItBeFound();
        Serve(settings, interrupt.Token);
        return 0;
    }

    /// <summary>A method of its own: what it needs is loaded when it is called, and can be found by then.</summary>
    private static void Serve(WebSettings settings, CancellationToken stop)
    {
        using var panel = WebPanel.Start(settings, Console.Error.WriteLine);
        Console.WriteLine($"hilbench web: {panel.Address} (rig {settings.Plan.Name}); Ctrl-C ends it");
        stop.WaitHandle.WaitOne();
    }

    /// <summary>A word for this machine alone is no address for others.</summary>
    private static IPAddress? AddressOf(string? said)
    {
        if (said is null) return null;
        if (!IPAddress.TryParse(said, out var address))
        {
            throw new SettingsException(
                $"hilbench web: --listen \"{said}\" is no address; allowed: an address of this machine, such as "
                + "192.168.1.20, or 0.0.0.0 for all");
        }

        return IPAddress.IsLoopback(address) ? null : address;
    }

    /// <summary>Somebody who names a folder means one that is there.</summary>
    private static void DemandFolder(string? features)
    {
        if (features is null || Directory.Exists(features)) return;
        throw new SettingsException($"hilbench web: --features {features}: there is no such folder");
    }

    private static string UsualReports() => HistoryPlace.Of(null) is { } history
        ? Path.Combine(Path.GetDirectoryName(history)!, "reports")
        : Path.Combine(Path.GetTempPath(), $"hilbench-reports-{Environment.ProcessId}");
}
