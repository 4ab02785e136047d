using System.Globalization;
using Reqnroll.Bindings;
using Reqnroll.ErrorHandling;
using Reqnroll.Infrastructure;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Reqnroll's own match service with a memory. Only plain sentences are remembered: what a table, a doc string or a
/// scope decides is asked anew.
/// </summary>
internal sealed class RememberedMatches(
    IBindingRegistry registry,
    IStepArgumentTypeConverter converter,
    IErrorProvider errors,
    IMatchArgumentCalculator arguments,
    MatchMemory memory) : IStepDefinitionMatchService
{
    private readonly StepDefinitionMatchService _service = new(registry, converter, errors, arguments);

    public bool Ready => _service.Ready;

    public BindingMatch GetBestMatch(
        StepInstance stepInstance,
        CultureInfo bindingCulture,
        out StepDefinitionAmbiguityReason ambiguityReason,
        out List<BindingMatch> candidatingMatches)
    {
        var isPlain = stepInstance is { MultilineTextArgument: null, TableArgument: null };
        var (type, text) = (stepInstance.StepDefinitionType, stepInstance.Text);
        if (isPlain && memory.Find(type, text) is { } known)
        {
            ambiguityReason = StepDefinitionAmbiguityReason.None;
            candidatingMatches = [];
            return new BindingMatch(known.StepBinding, known.ScopeMatches, known.Arguments, stepInstance.StepContext);
        }

        var best = _service.GetBestMatch(
            stepInstance, bindingCulture, out ambiguityReason, out candidatingMatches);
        if (isPlain && best.Success && !IsScoped(type, text)) memory.Keep(type, text, best);
        return best;
    }

    public BindingMatch Match(
        IStepDefinitionBinding stepDefinitionBinding,
        StepInstance stepInstance,
        CultureInfo bindingCulture,
        bool useRegexMatching = true,
        bool useParamMatching = true,
        bool useScopeMatching = true) =>
        _service.Match(
            stepDefinitionBinding, stepInstance, bindingCulture, useRegexMatching, useParamMatching, useScopeMatching);

    /// <summary>In another scenario a scoped method might take the same sentence.</summary>
    private bool IsScoped(StepDefinitionType type, string text) =>
        registry.GetConsideredStepDefinitions(type, text)
            .Any(binding => binding.IsScoped && binding.Regex.IsMatch(text));
}
