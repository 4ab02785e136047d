using System.CommandLine;
using HilBench.Input;
using HilBench.Lab.Benches;
using HilBench.Lab.Bus;
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
            Description = "What the lab calls it; as its login, or else this machine, unless given.", HelpName = "NAME",
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
            var address = lab.Demand(parsed).Address();
            var called = NameOf(parsed.GetValue(name) ?? (address.HasLogin ? address.User : null));
            var users = UsersOf(parsed.GetValue(accepts) ?? []);
            var threads = (int?)parsed.GetValue(shards);
            if (threads is { } only && parsed.GetResult(rig) is null or { Implicit: true })
                return LabShards.Join(address, called, only, users);
            var plan = Rigs.Load(parsed.GetValue(rig)!);
            var files = parsed.GetValue(steps) ?? [];
            var settings = new JoinSettings(
                called, plan, LabelsOf(plan, parsed.GetValue(labels) ?? []), users,
                parsed.GetValue(ledger) ?? UsualLedger(called), files, threads);
            return Join(address, settings);
        });
        return command;
    }

    private static int Join(LabAddress address, JoinSettings settings) => LabMember.Run(
        address, settings.Name, (bus, joined, stop) => Join(bus, settings, joined, stop));

    private static async Task Join(LabBus bus, JoinSettings settings, Action<string> joined, CancellationToken stop)
    {
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
        // Whichever of the two goes wrong, the other does not go on as if nothing had happened.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        List<Task> both = [BenchHost.Run(bus, bench, () => joined($"rig {settings.Plan.Name}"), end.Token)];
        if (settings.Shards is { } threads) both.Add(LabShards.Live(bus, threads, settings.Accepts, end.Token));
        await Task.WhenAny(both);
        await end.CancelAsync();
        await Task.WhenAll(both);
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
