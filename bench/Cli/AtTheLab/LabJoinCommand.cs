using System.CommandLine;
using HilBench.Input;
using HilBench.Lab.Benches;
using HilBench.Lab.Bus;
using HilBench.Physical;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Scenarios.Engine;

namespace HilBench.Cli;

/// <summary><c>hilbench lab join</c>: offers the rig of this machine to a lab.</summary>
internal static class LabJoinCommand
{
    private const string Help = """
        Offers a rig to the lab and takes scenarios, one at a time, until it is stopped (Ctrl-C, SIGTERM).
        What it has run stands in a file of its own before the lab hears of it.

        Examples:
          hilbench lab join --nats nats://lab:4222 --rig raspberry-pi --name bench-1
          hilbench lab join --nats tls://lab:4222 --ca ca.pem --login bench-1.login --rig rig.json --accept anna,ci
          hilbench lab join --nats nats://lab:4222 --rig virtual --label model=clou --label firmware=1.2.3
          hilbench lab join --nats nats://lab:4222 --shards 8          lives shards of campaign and simulate, no rig
        """;

    public static Command Create()
    {
        var lab = new LabOptions();
        var rig = Options.Rig();
        var name = new Option<string?>("--name")
        {
            Description = "What the lab calls it; the name of this machine unless given.", HelpName = "NAME",
        };
        var labels = new Option<string[]>("--label")
        {
            Description = "What tells it from others: model, serial, firmware, site…; more than the rig file says.",
            HelpName = "KEY=VALUE",
        };
        var accepts = new Option<string[]>("--accept")
        {
            Description = "Takes work of these users only; else of everybody whom the broker lets give work.",
            HelpName = "USER,…",
        };
        var ledger = new Option<string?>("--ledger")
        {
            Description = "The file of what it has run; beside the history unless given.", HelpName = "FILE",
        };
        var steps = Options.Steps();
        var shards = LabShards.Option();
        var command = new Command("join", Help) { rig, name, labels, accepts, ledger, steps, shards };
        lab.AddTo(command);
        command.SetAction(parsed =>
        {
            var called = NameOf(parsed.GetValue(name));
            var users = UsersOf(parsed.GetValue(accepts) ?? []);
            var threads = (int?)parsed.GetValue(shards);
            if (threads is { } only && parsed.GetResult(rig) is null or { Implicit: true })
                return LabShards.Join(lab.Demand(parsed), called, only, users);
            var plan = Rigs.Load(parsed.GetValue(rig)!);
            var files = parsed.GetValue(steps) ?? [];
            var settings = new JoinSettings(
                called, plan, LabelsOf(plan, parsed.GetValue(labels) ?? []), users,
                parsed.GetValue(ledger) ?? UsualLedger(called), files, threads);
            return Join(lab.Demand(parsed), settings);
        });
        return command;
    }

    private static int Join(LabPlace place, JoinSettings settings)
    {
        using var interrupt = new Interrupt();
        using var manager = ServiceManager.OfThisProcess();
        try
        {
            Join(place.Address(), settings, manager, interrupt.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            // It was stopped while it waited for the broker.
        }

        manager.Tell(ServiceManager.Stopping);
        Console.WriteLine($"{settings.Name} has left the lab");
        return 0;
    }

    private static async Task Join(
        LabAddress address, JoinSettings settings, ServiceManager manager, CancellationToken stop)
    {
        await using var bus = await LabBus.Open(address, settings.Name, Console.Error.WriteLine, stop);
        var bench = new BenchSettings
        {
            Name = settings.Name,
            Plan = settings.Plan,
            Labels = settings.Labels,
            Steps = StepAssemblies.Load(settings.StepFiles),
            Build = BenchBuild.Of(settings.StepFiles),
            Accepts = settings.Accepts,
            Ledger = settings.Ledger,
            Health = end => RigHealth.Of(settings.Plan, end),
            Operator = new TerminalOperator(),
            Tell = Console.Error.WriteLine,
        };
        var shards = settings.Shards is { } threads
            ? LabShards.Live(bus, threads, settings.Accepts, stop) : Task.CompletedTask;
        await BenchHost.Run(bus, bench, Joined, stop);
        await shards;

        void Joined()
        {
            Console.WriteLine(
                $"{settings.Name} is at the lab {address.Shown} (rig {settings.Plan.Name}); Ctrl-C ends it");
            manager.Tell(ServiceManager.Ready);
        }
    }

    private static string NameOf(string? said)
    {
        var name = said ?? string.Concat(
            Environment.MachineName.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        if (LabAddress.IsName(name)) return name;
        throw new SettingsException(
            $"--name is \"{Excerpt.Of(name)}\"; allowed: letters, digits, - and _, at most 64");
    }

    private static Dictionary<string, string> LabelsOf(RigPlan plan, IReadOnlyList<string> said)
    {
        var labels = new Dictionary<string, string>(plan.Labels, StringComparer.Ordinal);
        foreach (var text in said)
        {
            var at = text.IndexOf('=');
            if (at < 1) throw new SettingsException($"--label is \"{Excerpt.Of(text)}\"; allowed: KEY=VALUE");
            var (key, value) = (text[..at], text[(at + 1)..]);
            if (RigLabels.Problem(key, value) is { } wrong)
                throw new SettingsException($"--label \"{Excerpt.Of(key)}\" {wrong}");
            labels[key] = value;
        }

        return labels;
    }

    private static string[] UsersOf(IReadOnlyList<string> said)
    {
        string[] users = [.. said.SelectMany(one => one.Split(',', StringSplitOptions.TrimEntries))];
        if (Array.Find(users, user => !LabAddress.IsName(user)) is not { } wrong) return users;
        throw new SettingsException($"--accept: \"{Excerpt.Of(wrong)}\" is no user; allowed: names with commas");
    }

    private static string UsualLedger(string name) => HistoryPlace.OfThisUser is { } history
        ? Path.Combine(Path.GetDirectoryName(history)!, "lab", $"{name}.db")
        : throw new SettingsException("hilbench lab join: this user has no home; name a file, --ledger FILE");

    private sealed record JoinSettings(
        string Name, RigPlan Plan, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> Accepts,
        string Ledger, IReadOnlyList<string> StepFiles, int? Shards);
}
