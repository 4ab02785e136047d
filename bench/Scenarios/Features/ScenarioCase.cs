using System.Globalization;
using Reqnroll;

namespace HilBench.Scenarios.Features;

/// <summary>Where something stands: a file as the user knows it, and a line.</summary>
public readonly record struct Place(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>One scenario ready to be bound: outlines are one case for each example row, backgrounds are in.</summary>
public sealed record ScenarioCase
{
    public required string Feature { get; init; }

    /// <summary>The whole text of its file.</summary>
    public string Source { get; init; } = "";

    /// <summary>How many cases stand before it in its file.</summary>
    public int Index { get; init; }

    /// <summary>
    /// Which time it runs, where each scenario runs several times; from 0. Its seed is that of a run whose seed is so
    /// much greater.
    /// </summary>
    public int Round { get; init; }

    /// <summary>Tags of the feature, without @.</summary>
    public IReadOnlyList<string> FeatureTags { get; init; } = [];

    public string? Rule { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>The line of the scenario, or of its example row.</summary>
    public required Place Place { get; init; }

    /// <summary>The lines that select this case as <c>file.feature:LINE</c>: its own, and its outline's.</summary>
    public required IReadOnlyList<int> Lines { get; init; }

    /// <summary>The cells of its example row that do not show in <see cref="Title"/>.</summary>
    public IReadOnlyList<ExampleCell> Row { get; init; } = [];

    /// <summary>What it is called where names must differ; unlike any other case of its file.</summary>
    public CaseIdentity Identity { get; init; } = new("", "");

    /// <summary>Tags of the scenario itself and of its examples, without @.</summary>
    public required IReadOnlyList<string> OwnTags { get; init; }

    /// <summary>Own and inherited tags, without @.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<StepCase> Steps { get; init; }

    /// <summary>The seed of a run of this scenario alone, once, that is the same as here.</summary>
    /// <param name="runSeed">The seed of the run.</param>
    public ulong RunSeed(ulong runSeed) => unchecked(runSeed + (ulong)Round);

    /// <summary>What everything random in it comes from.</summary>
    /// <param name="runSeed">The seed of the run.</param>
    public ScenarioSeed Seed(ulong runSeed) => ScenarioSeed.For(RunSeed(runSeed), Place.File, Place.Line);

    /// <summary>The same on one of several meters; its name says so, and CI servers tell them apart.</summary>
    /// <param name="serial">What is written on the meter.</param>
    public ScenarioCase On(string serial) =>
        this with { Identity = Identity with { Suite = $"{Identity.Suite}, meter {serial}" } };

    /// <summary>The same again, another time; its name says so.</summary>
    /// <param name="round">Which time, from 0.</param>
    public ScenarioCase Again(int round) => round == 0 ? this : this with
    {
        Round = round,
        Identity = Identity with
        {
            Name = NameOf(Identity.Name, round),
        },
    };

    /// <summary>What it is called the first time, and what each time after it.</summary>
    public static string NameOf(string name, int round) =>
        round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} (round {round + 1})");
}

/// <summary>One cell of an example row, with the name of its column.</summary>
public readonly record struct ExampleCell(string Column, string Value);

/// <summary>One step with its example values filled in.</summary>
/// <param name="Keyword">As written, such as <c>And</c> or <c>Sachant que</c>.</param>
/// <param name="Kind">What the keyword, the steps before or else the sentence make of it.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Place">Where it stands.</param>
public sealed record StepCase(string Keyword, StepKind Kind, string Text, Place Place)
{
    public string? DocString { get; init; }

    public DataTable? Table { get; init; }

    /// <summary>The sentence as it stands in the file, with its placeholders.</summary>
    public string Written { get; init; } = Text;

    /// <summary>Where the sentence begins in its line, counted from 1.</summary>
    public int Column { get; init; } = 1;

    /// <summary>
    /// The example row that filled the step in, such as <c>example row on line 9: a = ten</c>; null when none did.
    /// </summary>
    public string? Row { get; init; }

    public override string ToString() => $"{Keyword} {Text}";
}
