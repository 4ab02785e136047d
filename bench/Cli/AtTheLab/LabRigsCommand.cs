using System.CommandLine;
using System.Text.Json;
using HilBench.Lab.Coordination;
using HilBench.Scenarios;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary><c>hilbench lab rigs</c>: which are free, who has the others, and who waits.</summary>
internal static class LabRigsCommand
{
    public static Command Create()
    {
        var lab = new LabOptions();
        var json = new Option<bool>("--json") { Description = "One line of JSON instead of a table." };
        var command = new Command("rigs", "Lists the rigs of the lab: free, leased, offline, broken; and who waits.")
        {
            json,
        };
        lab.AddTo(command);
        command.SetAction(parsed =>
        {
            var place = lab.Demand(parsed);
            using var interrupt = new Interrupt();
            return LabCommand.Connected(place, interrupt.Token, async (board, stop) =>
            {
                var look = await LabLook.At(board, stop);
                if (parsed.GetValue(json)) Console.WriteLine(Json(look));
                else Write(look);
                return 0;
            });
        });
        return command;
    }

    private static void Write(LabLook look)
    {
        if (look.Rigs.Count == 0) Console.WriteLine("no rig has joined this lab yet: hilbench lab join offers one");
        else Table(["rig", "state", "kind", "meter", "labels"], look.Rigs.Select(Cells));
        if (look.Runs.Count == 0) return;
        Console.WriteLine();
        Table(["run", "priority", "scenarios", "rigs", "waits for"], look.Runs.Select(Cells));
    }

    private static string[] Cells(RigLook rig) =>
    [
        rig.Card.Name, rig.Told, rig.Card.Rig, rig.Card.Meter,
        string.Join(' ', rig.Card.Labels.OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => $"{label.Key}={label.Value}")),
    ];

    private static string[] Cells(RunLook run) =>
    [
        $"{run.Key} {run.Note.What}", $"{run.Note.Priority}", $"{run.Note.Done} of {run.Note.Scenarios}",
        string.Join(' ', run.Note.Holds), string.Join(' ', run.Note.Holds.Count == 0 ? run.Note.Wants : []),
    ];

    private static void Table(string[] heads, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows.Select(row => row.Select(cell => Printable.Line(cell)).ToArray())];
        if (Surroundings.Current.IsOutputRedirected)
        {
            foreach (var line in Columns.Of(heads, all)) Console.WriteLine(line);
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(heads);
        foreach (var row in all) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    private static string Json(LabLook look) => JsonSerializer.Serialize(
        new
        {
            rigs = look.Rigs.Select(rig => new
            {
                name = rig.Card.Name, state = rig.State, why = rig.Told, rig = rig.Card.Rig, profile = rig.Card.Profile,
                meter = rig.Card.Meter, labels = rig.Card.Labels, build = rig.Card.Build, host = rig.Card.Host,
            }),
            runs = look.Runs.Select(run => new
            {
                run = run.Key, what = run.Note.What, priority = run.Note.Priority, done = run.Note.Done,
                scenarios = run.Note.Scenarios, holds = run.Note.Holds, wants = run.Note.Wants,
            }),
        },
        JsonSerializerOptions.Web);
}
