using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.World;

namespace HilBench.Cli;

/// <summary>What Visual Studio Code wants to know of a folder of features.</summary>
internal static class EditorBeginning
{
    private const string Glue = ".vscode/hilbench-sentences.ts";

    public static Beginning Of(string[] steps)
    {
        using var engine = StepEngine.Of([typeof(Bench).Assembly, .. StepAssemblies.Load(steps)]);
        return new Beginning
        {
            Files =
            [
                new NewFile(".vscode/settings.json", Settings + "\n"),
                new NewFile(".vscode/extensions.json", Extensions + "\n"),
                new NewFile(".vscode/tasks.json", Tasks + "\n"),
                new NewFile(Glue, GlueText.Of(engine)),
            ],
            Hint = "open this folder in Visual Studio Code and let it install the extension it recommends; "
                + $"after an update: hilbench steps --glue > {Glue}",
        };
    }

    private const string Settings = $$"""
        {
          // Sentences complete, unknown ones are underlined, F12 jumps to what a sentence means.
          "cucumber.features": ["**/*.feature"],
          "cucumber.glue": ["{{Glue}}"],
          // The extension lays tables out in a way of its own; hilbench lint --fix is the one that CI checks.
          "[cucumber]": { "editor.tabSize": 2, "editor.insertSpaces": true, "editor.formatOnSave": false },
          // Rigs, profiles and plans have comments in them.
          "files.associations": { "*.json": "jsonc" }
        }
        """;

    private const string Extensions = """
        {
          "recommendations": ["CucumberOpen.cucumber-official"]
        }
        """;

    private const string Tasks = """
        {
          "version": "2.0.0",
          "tasks": [
            {
              // What hilbench lint finds stands among the problems, and a click goes to its line.
              "label": "hilbench lint",
              "type": "process",
              "command": "hilbench",
              "args": ["lint", "."],
              "problemMatcher": {
                "owner": "hilbench",
                "fileLocation": ["relative", "${workspaceFolder}"],
                "severity": "warning",
                "pattern": {
                  "regexp": "^(.+?):(\\d+): (.*) \\[([a-z-]+)\\]$",
                  "file": 1, "line": 2, "message": 3, "code": 4
                }
              }
            }
          ]
        }
        """;
}
