namespace HilBench.Scenarios.Binding;

/// <summary>Marks a class whose methods are steps, hooks or transformations (as in Reqnroll).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BindingAttribute : Attribute;

/// <summary>A sentence of a feature: a cucumber expression or a regex, told apart by Reqnroll's rule.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class StepDefinitionBaseAttribute(string expression, params StepKind[] kinds) : Attribute
{
    public string Expression { get; } = expression;

    internal IReadOnlyList<StepKind> Kinds { get; } = kinds;
}

public sealed class GivenAttribute(string expression) : StepDefinitionBaseAttribute(expression, StepKind.Given);

public sealed class WhenAttribute(string expression) : StepDefinitionBaseAttribute(expression, StepKind.When);

public sealed class ThenAttribute(string expression) : StepDefinitionBaseAttribute(expression, StepKind.Then);

/// <summary>The sentence may stand after any keyword.</summary>
public sealed class StepDefinitionAttribute(string expression)
    : StepDefinitionBaseAttribute(expression, StepKind.Given, StepKind.When, StepKind.Then);

/// <summary>
/// Turns the words of a sentence, a table or a doc string into a type of the house. With a regex, only words that match
/// it; with a name, <c>{name}</c> in a cucumber expression stands for it. A static one runs before any scenario does.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StepArgumentTransformationAttribute(string? regex = null) : Attribute
{
    public string? Regex { get; } = regex;

    public string? Name { get; set; }

    public int Order { get; set; } = HookAttribute.DefaultOrder;
}

/// <summary>A method that runs around every scenario, or around those with one of the tags.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class HookAttribute(params string[] tags) : Attribute
{
    internal const int DefaultOrder = 10000;

    public IReadOnlyList<string> Tags { get; } = tags;

    /// <summary>Lower runs first.</summary>
    public int Order { get; set; } = DefaultOrder;
}

public sealed class BeforeScenarioAttribute(params string[] tags) : HookAttribute(tags);

public sealed class AfterScenarioAttribute(params string[] tags) : HookAttribute(tags);

/// <summary>
/// What the bench must have for this step, such as <c>keypad</c>: a scenario that needs more than the rig has is
/// refused
/// by name before anything runs. Ours, not Reqnroll's.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class NeedsAttribute(params string[] capabilities) : Attribute
{
    public IReadOnlyList<string> Capabilities { get; } = capabilities;
}
