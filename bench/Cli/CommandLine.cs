using System.CommandLine;
using HilBench.History;
using HilBench.Input;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary>
/// A command line from its words to its exit code. There is one file for each command; here they only meet. Bad input
/// is one line on standard error and exit code 2, whoever notices it.
/// </summary>
internal static class CommandLine
{
    public static int Run(string[] words)
    {
        var (output, error) = (Console.Out, Console.Error);
        Console.SetOut(new TruthfulOutput(output));
        // Where nobody can be told anything the exit code must do.
        Console.SetError(new LastingOutput(error, closed: static () => { }));
        try
        {
            return Understand(words);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static int Understand(string[] words)
    {
        // A tag begins with @, which the parser would otherwise take for the name of a response file.
        var parsing = new ParserConfiguration { ResponseFileTokenReplacer = null };
        var parsed = Root().Parse(words.Length == 0 ? ["run"] : words, parsing);
        if (CommandLineMistake.Of(parsed) is { } mistyped)
        {
            Console.Error.WriteLine(mistyped);
            RunWords.Refuse(parsed, mistyped);
            return ExitCodes.BadInput;
        }

        return Told(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }

    internal static RootCommand Root() =>
        VersionText.In(new("HilBench: a hardware-in-the-loop bench for prepaid meters. Without a command: run.")
        {
            RunCommand.Create(),
            ReportCommand.Create(),
            VendCommand.Create(),
            DecodeCommand.Create(),
            MeterCommand.Create(),
            PanelCommand.Create(),
            StepsCommand.Create(),
            LintCommand.Create(),
            NewCommand.Create(),
            SchemaCommand.Create(),
            RigCommand.Create(),
            HistoryCommand.Create(),
            RecordingCommand.Create(),
            ReplayCommand.Create(),
            SimulateCommand.Create(),
            CampaignCommand.Create(),
            CheckListCommand.Create(),
            WebCommand.Create(),
            LabCommand.Create(),
        });

    /// <summary>What goes wrong is told, and is the exit code.</summary>
    internal static int Told(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (FeatureMistakesException wrong)
        {
            foreach (var mistake in wrong.Mistakes) Console.Error.WriteLine(mistake);
            return ExitCodes.BadInput;
        }
        catch (StepAssemblyException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return ExitCodes.BadInput;
        }
        catch (SettingsException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return ExitCodes.BadInput;
        }
        catch (SqliteFileException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return ExitCodes.BadInput;
        }
        catch (RigFaultException wrong)
        {
            Console.Error.WriteLine($"rig fault: {wrong.Message}");
            return ExitCodes.RigFault;
        }
        catch (OutputException full)
        {
            Console.Error.WriteLine(full.Message);
            return ExitCodes.BadInput;
        }
        catch (Exception wrong)
        {
            Console.Error.WriteLine($"hilbench: the bench is wrong, please report this: {wrong}");
            return ExitCodes.RigFault;
        }
    }
}
