using System.CommandLine;
using HilBench.Input;
using HilBench.Lots.Uploads;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench check-list</c>: what is wrong in an upload file of meters.</summary>
internal static class CheckListCommand
{
    private const string Help = """
        Checks an upload file of meters: a line for each meter, columns named by the first line, parted by , ; | or a
        tab. Meter numbers of 11 and 13 digits or PANs of 18, with their check digits; supply group, tariff index, key
        revision, key type, base date and key expiry, where there are such columns; numbers that stand there twice; a
        key revision of a supply group with several base dates.

        Examples:
          hilbench check-list upload.csv
          hilbench check-list upload.csv --all > findings.txt       not only the first 100
          hilbench check-list upload.csv --column "meter number=Serial" --column "base date=BDT"
          hilbench check-list upload.csv --json

        Exit codes: 0 nothing found, 1 findings, 2 the file cannot be read, 130 stopped.
        """;

    private const int Shown = 100;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The upload file, CSV in UTF-8." };
        var all = new Option<bool>("--all") { Description = $"Every finding, not the first {Shown}." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of lines." };
        var columns = new Option<string[]>("--column")
        {
            Description = "Which column holds what, where its name does not say so: "
                + string.Join(", ", UploadField.All.Select(field => field.Name)) + ".",
            HelpName = "FIELD=HEADER",
        };
        var command = new Command("check-list", Help) { file, columns, all, json };
        command.SetAction(parsed => Run(
            parsed.GetValue(file)!, ColumnsOf(parsed.GetValue(columns) ?? []),
            parsed.GetValue(all) ? long.MaxValue : Shown, parsed.GetValue(json)));
        return command;
    }

    private static Dictionary<UploadField, string> ColumnsOf(string[] said)
    {
        var columns = new Dictionary<UploadField, string>();
        foreach (var one in said)
        {
            string[] names = [.. UploadField.All.Select(field => field.Name)];
            var sign = one.IndexOf('=', StringComparison.Ordinal);
            var name = sign < 0 ? one : one[..sign].Trim();
            var field = UploadField.All.FirstOrDefault(field => field.IsNamed(name));
            if (field is null || sign < 0 || one[(sign + 1)..].Trim().Length == 0)
            {
                throw new SettingsException($"hilbench check-list: --column is \"{OneLine.Beginning(one)}\"; "
                    + $"{NearestName.Question(name, names)}allowed: FIELD=HEADER with one of "
                    + string.Join(", ", names));
            }

            if (!columns.TryAdd(field, one[(sign + 1)..]))
                throw new SettingsException($"hilbench check-list: --column names the {field.Name} twice");
        }

        return columns;
    }

    private static int Run(string path, Dictionary<UploadField, string> columns, long most, bool asJson)
    {
        try
        {
            return Check(path, columns, most, asJson);
        }
        catch (IOException wrong) when (wrong is not OutputException)
        {
            // What goes wrong with the file has been told otherwise: nobody reads the answer any more.
            throw new OutputException(wrong);
        }
    }

    private static int Check(string path, Dictionary<UploadField, string> columns, long most, bool asJson)
    {
        using var interrupt = new Interrupt();
        // A pipe into which nobody writes would be opened for ever.
        using var stream = InputFile.Open(path);
        using var told = asJson ? new CheckListJson(path, most) : (ICheckListTold)new CheckListLines(path, most);
        var check = new UploadCheck(InputFile.Shown(path), told.Tell);
        try
        {
            UploadResult result;
            using (new ProgressOnError(
                stream.CanSeek ? stream.Length : null, () => (check.BytesRead, "checked"), TimeSpan.FromSeconds(1)))
                result = check.Run(stream, columns, interrupt.Token);
            told.End(result);
            return result.Findings == 0 ? 0 : 1;
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine($"{Excerpt.Of(InputFile.Shown(path))}: stopped before its end");
            return ExitCodes.Aborted;
        }
    }
}
