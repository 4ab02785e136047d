using System.CommandLine;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.World;

namespace HilBench.Cli;

/// <summary><c>hilbench steps</c>: every sentence a feature may use.</summary>
internal static class StepsCommand
{
    private const string Help = """
        Lists every sentence a feature may use.

        {int} {decimal} {word} stand for a number or a word, {string} for a text in quotes,
        day(s) for day or days. A colon at the end wants a table or a doc string below.

        Examples:
          hilbench steps | grep mains
          hilbench steps --steps Lab.Steps.dll     with the steps of a lab
          hilbench steps --glue > sentences.ts     for an editor's Cucumber extension
        """;

    public static Command Create()
    {
        var steps = Options.Steps();
        var glue = new Option<bool>("--glue")
        {
            Description = "As a file of TypeScript from which the Cucumber extension of an editor takes the sentences.",
        };
        var command = new Command("steps", Help) { steps, glue };
        command.SetAction(parsed =>
        {
            using var engine = StepEngine.Of(
                [typeof(Bench).Assembly, .. StepAssemblies.Load(parsed.GetValue(steps) ?? [])]);
            if (parsed.GetValue(glue)) Console.Write(GlueText.Of(engine));
            else foreach (var sentence in StepCatalogue.Of(engine)) Print(sentence);
            return 0;
        });
        return command;
    }

    private static void Print(Sentence sentence)
    {
        var needs = sentence.Needs.Count == 0 ? "" : $" [needs {string.Join(", ", sentence.Needs)}]";
        Console.WriteLine($"{sentence.Kind,-5} {sentence.Expression}{needs}");
        if (sentence.Summary is { } summary) Console.WriteLine($"        {summary}");
    }
}
