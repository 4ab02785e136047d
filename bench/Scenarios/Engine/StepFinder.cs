using System.Globalization;
using System.Reflection;
using HilBench.Scenarios.Features;
using Reqnroll.Bindings;
using Reqnroll.BoDi;
using Reqnroll.Infrastructure;

namespace HilBench.Scenarios.Engine;

/// <summary>What Reqnroll's match service says of a step.</summary>
/// <param name="Match">Null when no method, or more than one, takes the step.</param>
/// <param name="Candidates">The bindings that come near when there is no match.</param>
/// <param name="IsOutOfScope">There are methods, but their scope is other scenarios.</param>
internal sealed record FoundStep(
    BindingMatch? Match, IReadOnlyList<IStepDefinitionBinding> Candidates, bool IsOutOfScope)
{
    /// <summary>Whatever may be meant.</summary>
    public IEnumerable<MethodInfo> Methods =>
        (Match is { } match ? [match.StepBinding] : Candidates).Select(StepSentence.MethodOf);
}

/// <summary>Looks steps up with Reqnroll's own services.</summary>
internal sealed class StepFinder(IObjectContainer thread)
{
    private readonly IStepDefinitionMatchService _matches = thread.Resolve<IStepDefinitionMatchService>();
    private readonly HashSet<(IStepDefinitionBinding Binding, string Text)> _tried = [];
    private readonly Lazy<ArgumentCheck> _arguments = new(() => new ArgumentCheck(
        thread.Resolve<IStepArgumentTypeConverter>(),
        thread.Resolve<IBindingRegistry>(),
        thread.Resolve<MadeTables>()));

    public FoundStep Find(StepCase step, CaseInfos infos)
    {
        var type = StepSentence.TypeOf(step.Kind);
        var instance = new StepInstance(
            type, (StepDefinitionKeyword)type, step.Keyword, step.Text, step.DocString, step.Table, infos.StepContext);
        var best = _matches.GetBestMatch(
            instance, CultureInfo.InvariantCulture, out var reason, out var candidates);
        if (best.Success) return new FoundStep(best, [], IsOutOfScope: false);
        return new FoundStep(
            Match: null,
            [.. candidates.Select(one => one.StepBinding)],
            IsOutOfScope: reason == StepDefinitionAmbiguityReason.AmbiguousScopes);
    }

    /// <summary>
    /// Why the method cannot be called with these words; null when it can. A plain sentence is tried once.
    /// </summary>
    public string? MistakeIn(StepCase step, BindingMatch match)
    {
        var isPlain = step is { Table: null, DocString: null };
        if (isPlain && _tried.Contains((match.StepBinding, step.Text))) return null;
        var mistake = _arguments.Value.Mistake(step, match);
        if (isPlain && mistake is null) _tried.Add((match.StepBinding, step.Text));
        return mistake;
    }
}
