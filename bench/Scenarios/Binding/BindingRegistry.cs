using System.Reflection;
using HilBench.Scenarios.Binding.Expressions;

namespace HilBench.Scenarios.Binding;

/// <summary>All steps, hooks and transformations of some classes marked <see cref="BindingAttribute"/>.</summary>
public sealed class BindingRegistry
{
    private const BindingFlags AllMethods =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private readonly List<StepDefinition> _steps = [];

    private BindingRegistry(IReadOnlyList<MethodInfo> methods)
    {
        Transformations =
        [
            .. from method in methods
               from attribute in method.GetCustomAttributes<StepArgumentTransformationAttribute>()
               orderby attribute.Order
               select new Transformation(attribute, method),
        ];
        var types = ParameterTypes();
        foreach (var method in methods)
        {
            foreach (var attribute in method.GetCustomAttributes<StepDefinitionBaseAttribute>())
                _steps.Add(new StepDefinition(attribute.Kinds, StepPattern.Of(attribute.Expression, types), method));
        }

        Before = Hooks<BeforeScenarioAttribute>(methods);
        After = Hooks<AfterScenarioAttribute>(methods);
    }

    public IReadOnlyList<StepDefinition> Steps => _steps;

    internal IReadOnlyList<Transformation> Transformations { get; }

    internal IReadOnlyList<Hook> Before { get; }

    internal IReadOnlyList<Hook> After { get; }

    /// <summary>The binding classes of one assembly.</summary>
    public static BindingRegistry Of(Assembly assembly) => Of([.. assembly.GetTypes().Where(IsBinding)]);

    public static BindingRegistry Of(params IReadOnlyList<Type> classes) => new(
        [.. classes.SelectMany(type => type.GetMethods(AllMethods)).Where(method => !method.IsSpecialName)]);

    private static bool IsBinding(Type type) =>
        type.IsClass && type.IsDefined(typeof(BindingAttribute), inherit: false);

    private static IReadOnlyList<Hook> Hooks<T>(IReadOnlyList<MethodInfo> methods) where T : HookAttribute =>
    [
        .. from method in methods
           from attribute in method.GetCustomAttributes<T>()
           orderby attribute.Order
           select new Hook(attribute.Tags, method, MethodInvoker.Create(method)),
    ];

    /// <summary>
    /// The built-in parameter types, and those that transformations add by name or by their type's name.
    /// </summary>
    private Dictionary<string, ParameterType> ParameterTypes()
    {
        var types = new Dictionary<string, ParameterType>(ParameterType.BuiltIn);
        foreach (var transformation in Transformations.Where(transformation => !transformation.TakesTable))
        {
            var name = transformation.Name ?? transformation.Makes.Name;
            var pattern = transformation.RegexText is { } regex ? Ungrouped(regex) : ".*";
            types.TryAdd(name, new ParameterType(name, $"(?<§>{pattern})"));
        }

        return types;
    }

    /// <summary>
    /// The groups of a transformation's regex are its own: as part of a sentence it captures as a whole.
    /// </summary>
    private static string Ungrouped(string regex) => System.Text.RegularExpressions.Regex.Replace(
        regex.TrimStart('^').TrimEnd('$'), @"(?<!\\)\((?!\?)", "(?:");
}

/// <summary>A method that runs around scenarios with one of the tags, or around all when there are none.</summary>
internal sealed record Hook(IReadOnlyList<string> Tags, MethodInfo Method, MethodInvoker Invoker)
{
    public bool AppliesTo(IReadOnlyCollection<string> tags) =>
        Tags.Count == 0 || Tags.Any(tag => tags.Contains(tag.TrimStart('@')));
}
