using System.Text.RegularExpressions;
using HilBench.Scenarios.Engine;
using Io.Cucumber.Messages.Types;
using Group = Io.Cucumber.Messages.Types.Group;

namespace HilBench.Scenarios.Reports;

/// <summary>Which sentence a step is, and which of its words are arguments, as Cucumber messages say it.</summary>
internal sealed partial class StepMatches
{
    private readonly Dictionary<(StepKind Kind, string Text), StepMatch> _known = [];
    private readonly List<(StepSentence Sentence, string Id)> _sentences = [];

    /// <summary>The definition of one more sentence.</summary>
    public StepDefinition Define(StepSentence sentence, string id)
    {
        _sentences.Add((sentence, id));
        var method = sentence.Method;
        return new StepDefinition(
            id,
            new StepDefinitionPattern(
                sentence.Expression,
                IsRegex(sentence)
                    ? StepDefinitionPatternType.REGULAR_EXPRESSION : StepDefinitionPatternType.CUCUMBER_EXPRESSION),
            // Its source file would name a folder of the machine it was compiled on.
            SourceReference.Create(new JavaMethod(
                method.DeclaringType!.FullName, method.Name,
                [.. method.GetParameters().Select(parameter => parameter.ParameterType.Name)])));
    }

    public StepMatch Of(StepKind kind, string text)
    {
        if (_known.TryGetValue((kind, text), out var known)) return known;
        var fitting = _sentences.Where(one => one.Sentence.Kinds.Contains(kind) && one.Sentence.Fits(text)).ToArray();
        return _known[(kind, text)] = new StepMatch(
            [.. fitting.Select(one => one.Id)],
            [.. fitting.Select(one => new StepMatchArgumentsList(ArgumentsOf(one.Sentence, text)))]);
    }

    /// <summary>As Reqnroll hands them over: each group that took part is one.</summary>
    private static List<StepMatchArgument> ArgumentsOf(StepSentence sentence, string text)
    {
        var groups = sentence.MatchOf(text).Groups.Cast<System.Text.RegularExpressions.Group>()
            .Skip(1).Where(group => group.Success).ToArray();
        var names = IsRegex(sentence) ? []
            : Parameter().Matches(sentence.Expression).Select(match => match.Groups[1].Value).ToArray();
        return
        [
            .. groups.Select((group, at) => new StepMatchArgument(
                new Group([], group.Index, group.Value), names.Length == groups.Length ? names[at] : null)),
        ];
    }

    private static bool IsRegex(StepSentence sentence) => sentence.Expression.StartsWith('^');

    [GeneratedRegex(@"(?<!\\)\{([^{}]*)\}")]
    private static partial Regex Parameter();
}

/// <summary>The sentences that take a step, each with its arguments.</summary>
internal sealed record StepMatch(List<string> Definitions, List<StepMatchArgumentsList> Arguments);
