using System.CommandLine;
using HilBench.Campaign.Outcome;
using HilBench.Campaign.Plans;
using HilBench.Campaign.Runs;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench campaign</c>: a country's meters moved to new keys, before anybody is sent a message.</summary>
internal static class CampaignCommand
{
    private const string Help = """
        Rehearses a campaign that moves meters to new keys. A plan says who has which meter, who buys when, who is
        sent the codes when, how people slip and what is wrong in the records; each meter is the firmware model.

        Examples:
          hilbench campaign kenya-power                        100,000 of its meters, and its what-ifs beside it
          hilbench campaign my-plan.json --out rehearsal       also Parquet files, summary.json and report.html
          hilbench campaign kenya-power --meters 7400000 --what-ifs none --out kenya
          hilbench campaign kenya-power --meters 7400000 --what-ifs none --out kenya --resume     after it was stopped
          hilbench campaign eskom --seeds 5                    how far seeds differ
          hilbench campaign eskom --fit                        settings that meet the published figures it is fitted on
          hilbench campaign kenya-power --nats nats://lab      shards are lived by the workers of a lab
          hilbench campaign --schema                           JSON schema of plan files

        Plans that come with it: kenya-power, eskom.
        Exit codes: 0 the campaign was lived, 2 bad input or a full disk, 130 stopped (finished shards are kept).
        """;

    private const long DefaultMeters = 100_000;
    private const ulong MostMeters = 100_000_000;
    private const ulong MostSeeds = 1_000;
    private const ulong MostJobs = 256;

    public static Command Create()
    {
        var plan = new Argument<string?>("plan")
        {
            Description = "A plan by name or file.", HelpName = "NAME|FILE", Arity = ArgumentArity.ZeroOrOne,
        };
        var meters = Options.Whole(
            "--meters", "How many are lived; figures are scaled to the plan's. 100000 unless given.", 1, MostMeters);
        var seed = Options.Whole("--seed", "All chance comes from it; 1 unless given.", 0, ulong.MaxValue);
        var seeds = Options.Whole("--seeds", "So many seeds, one after the other; 1 unless given.", 1, MostSeeds);
        var jobs = Options.Whole("--jobs", "Threads; as many as there are processors unless given.", 1, MostJobs);
        var whatIfs = new Option<string>("--what-ifs")
        {
            Description = "Whether the what-ifs of the plan are lived beside it.", HelpName = "all|none",
            DefaultValueFactory = _ => "all",
        };
        whatIfs.AcceptOnlyFromAmong("all", "none");
        var folder = new Option<string?>("--out")
        {
            Description = "A folder for Parquet files, summary.json and report.html.", HelpName = "DIR",
        };
        var resume = new Option<bool>("--resume") { Description = "Go on with the campaign in the folder." };
        var fit = new Option<bool>("--fit") { Description = "Find the settings of the plan's \"fit\"." };
        var schema = new Option<bool>("--schema") { Description = "Print the JSON schema of plan files." };
        var json = new Option<bool>("--json") { Description = "One line of JSON instead of text." };
        var lab = new LabOptions();
        var command = new Command("campaign", Help)
        {
            plan, meters, seed, seeds, jobs, whatIfs, folder, resume, fit, schema, json,
        };
        lab.AddTo(command);
        command.SetAction(parsed => parsed.GetValue(schema)
            ? Schema()
            : Run(new Request(
                parsed.GetValue(plan), parsed.GetValue(meters), parsed.GetValue(seed) ?? 1,
                (int)(parsed.GetValue(seeds) ?? 1),
                (int)(parsed.GetValue(jobs) ?? (ulong)Environment.ProcessorCount),
                parsed.GetValue(whatIfs) == "all", parsed.GetValue(folder), parsed.GetValue(resume),
                parsed.GetValue(fit), parsed.GetValue(json), lab.Of(parsed))));
        return command;
    }

    private static int Schema()
    {
        Console.Out.WriteLine(PlanFiles.Schema());
        return 0;
    }

    private static int Run(Request request)
    {
        if (request.Plan is not { } name)
        {
            return Refused($"hilbench campaign: which plan? A file, or one of: {string.Join(", ", PlanFiles.Names)}");
        }

        if (request.Resume && request.Folder is null)
            return Refused("--resume wants --out DIR: the folder of the campaign to go on with");
        if (request.Fit && (request.Folder is not null || request.Seeds > 1))
            return Refused("--fit prints settings: it does not go with --out, --resume and --seeds");
        if (request.Fit && request.Lab is not null)
            return Refused("--fit lives on this machine alone: it does not go with --nats");
        var plan = PlanFiles.Load(name);
        var meters = (long?)request.Meters ?? Math.Min(plan.Meters, DefaultMeters);
        if (meters > plan.Meters)
            return Refused($"--meters is {meters}, more than the {plan.Meters} meters of the plan");
        using var interrupt = new Interrupt();
        try
        {
            return request.Fit
                ? Fit(plan, meters, request, interrupt.Token)
                : Live(plan, meters, request, interrupt.Token);
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            return ExitCodes.Aborted;
        }
    }

    private static int Live(PlanFile plan, long meters, Request request, CancellationToken stop)
    {
        var asked = new CampaignRequest(
            plan, meters, request.Seed, request.Seeds, request.Jobs, request.WithWhatIfs, request.Folder,
            request.Resume);
        return request.Lab is { } lab
            ? LabLives.Campaign(lab, asked, stop, live => Live(asked, request, live))
            : Live(asked, request, run => LiveHere(run, stop));
    }

    private static int Live(CampaignRequest asked, Request request, Func<CampaignRun, CampaignResult> live)
    {
        var run = new CampaignRun(asked);
        CampaignResult result;
        try
        {
            result = live(run);
        }
        catch (OperationCanceledException)
        {
            var kept = request.Folder is null
                ? ""
                : $"; {run.Finished} of {run.Shards} shards are in {request.Folder}, --resume goes on with them";
            Console.Error.WriteLine($"stopped{kept}");
            throw;
        }

        var summary = CampaignSummary.Of(result);
        run.Keep("summary.json", summary.ToFile());
        if (request.Folder is not null) run.Keep("report.html", ReportPage.Of(summary));
        if (request.Json) Console.Out.WriteLine(summary.ToJson());
        else CampaignTable.Write(summary, request.Folder);
        return 0;
    }

    private static CampaignResult LiveHere(CampaignRun run, CancellationToken stop)
    {
        using var progress = ShardsProgress.Start(run);
        return run.Run(stop);
    }

    private static int Fit(PlanFile plan, long meters, Request request, CancellationToken stop)
    {
        var fitted = new PlanFit(plan, meters, request.Seed, request.Jobs).Run(stop);
        if (request.Json) Console.Out.WriteLine(fitted.ToJson());
        else CampaignTable.Write(fitted);
        return 0;
    }

    private static int Refused(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.BadInput;
    }

    private sealed record Request(
        string? Plan, ulong? Meters, ulong Seed, int Seeds, int Jobs, bool WithWhatIfs, string? Folder, bool Resume,
        bool Fit, bool Json, LabPlace? Lab);
}
