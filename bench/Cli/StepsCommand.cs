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

        Example:
          hilbench steps | grep mains
        """;

    public static Command Create()
    {
        var command = new Command("steps", Help);
        command.SetAction(_ =>
        {
            using var engine = StepEngine.Of(typeof(Bench).Assembly);
            foreach (var sentence in StepCatalogue.Of(engine)) Print(sentence);
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
