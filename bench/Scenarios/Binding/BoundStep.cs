using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Binding;

/// <summary>A step with its method and its arguments made: running it is one call.</summary>
internal sealed class BoundStep(StepCase step, StepDefinition definition, object?[] arguments)
{
    public StepCase Step { get; } = step;

    public StepDefinition Definition { get; } = definition;

    public object? Run(ScenarioContainer container)
    {
        var target = Definition.Method.IsStatic ? null : container.Resolve(Definition.Method.DeclaringType!);
        // The invoker may write back into its span, and a step may run in two scenarios at once: so a copy.
        var ready = new object?[arguments.Length];
        for (var i = 0; i < ready.Length; i++)
            ready[i] = arguments[i] is DeferredArgument deferred ? deferred.Make(container) : arguments[i];
        return Definition.Invoker.Invoke(target, ready.AsSpan());
    }
}

/// <summary>An argument whose transformation is no static method: it is made when the step runs.</summary>
internal sealed record DeferredArgument(Func<ScenarioContainer, object?> Make);

/// <summary>A scenario whose every step has exactly one method.</summary>
public sealed class BoundScenario
{
    internal BoundScenario(ScenarioCase scenario, IReadOnlyList<BoundStep> steps)
    {
        Case = scenario;
        Steps = steps;
    }

    public ScenarioCase Case { get; }

    internal IReadOnlyList<BoundStep> Steps { get; }
}
