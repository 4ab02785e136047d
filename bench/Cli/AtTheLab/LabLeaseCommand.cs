using System.CommandLine;
using System.Globalization;
using HilBench.Lab.Coordination;
using HilBench.Scenarios;

namespace HilBench.Cli;

/// <summary><c>hilbench lab lease | release</c>: a rig for work by hand.</summary>
internal static class LabLeaseCommand
{
    private const string DefaultPurpose = "work by hand";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static Command Lease()
    {
        var lab = new LabOptions();
        var rig = Rig();
        var length = new Option<TimeSpan>("--for")
        {
            Description = "How long: 90s, 30m, 2h; at most 24h.", HelpName = "TIME", Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (LengthOf(text) is { } said && said > TimeSpan.Zero && said <= Longest) return said;
                result.AddError($"--for is \"{Excerpt.Of(text)}\"; allowed: 90s, 30m, 2h and the like, at most 24h");
                return default;
            },
        };
        var what = new Option<string>("--what")
        {
            Description = "For what, for others who look.", HelpName = "TEXT",
            DefaultValueFactory = _ => DefaultPurpose,
        };
        var command = new Command("lease", "Takes a rig for work by hand; taken again, it lasts longer.")
        {
            rig, length, what,
        };
        lab.AddTo(command);
        command.SetAction(parsed =>
        {
            var place = lab.Demand(parsed);
            using var interrupt = new Interrupt();
            return LabCommand.Connected(place, interrupt.Token, async (board, stop) =>
            {
                var lease = await new HandLease(board).Take(
                    parsed.GetValue(rig)!, parsed.GetValue(what)!, parsed.GetValue(length), stop);
                var said = lease.Value!;
                Console.WriteLine(
                    $"{lease.Key} is yours until {said.Until:yyyy-MM-dd HH:mm:ss} UTC (lease {said.Fence})");
                return 0;
            });
        });
        return command;
    }

    public static Command Release()
    {
        var lab = new LabOptions();
        var rig = Rig();
        var command = new Command("release", "Gives a rig back that was taken for work by hand.") { rig };
        lab.AddTo(command);
        command.SetAction(parsed =>
        {
            var place = lab.Demand(parsed);
            using var interrupt = new Interrupt();
            return LabCommand.Connected(place, interrupt.Token, async (board, stop) =>
            {
                await new HandLease(board).GiveBack(parsed.GetValue(rig)!, stop);
                Console.WriteLine($"{parsed.GetValue(rig)} is free");
                return 0;
            });
        });
        return command;
    }

    private static Argument<string> Rig() => new("RIG")
    {
        Description = "The name of the rig in the lab (hilbench lab rigs).",
    };

    private static TimeSpan? LengthOf(string text)
    {
        if (text.Length < 2 || !int.TryParse(
            text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number > Longest.TotalSeconds)
            return null;
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => null,
        };
    }
}
