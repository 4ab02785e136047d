using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using HilBench.Scenarios.Binding.Expressions;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Binding;

/// <summary>All steps, hooks and transformations of some classes marked <see cref="BindingAttribute"/>.</summary>
public sealed class BindingRegistry : ISentences
{
    private const BindingFlags AllMethods =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>A longer text is no sentence that comes again and again.</summary>
    private const int LongestKept = 200;

    private readonly List<StepDefinition> _steps = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<StepMatch>> _matches = new(StringComparer.Ordinal);

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
            Demand(method);
            foreach (var attribute in method.GetCustomAttributes<StepDefinitionBaseAttribute>())
                _steps.Add(new StepDefinition(attribute.Kinds, StepPattern.Of(attribute.Expression, types), method));
        }

        Before = Hooks<BeforeScenarioAttribute>(methods);
        After = Hooks<AfterScenarioAttribute>(methods);
    }

    public IReadOnlyList<StepDefinition> Steps => _steps;

    public IReadOnlyList<KnownSentence> All =>
        [.. _steps.Select(step => new KnownSentence(step.Expression, step.Kinds))];

    internal IReadOnlyList<Transformation> Transformations { get; }

    internal IReadOnlyList<Hook> Before { get; }

    internal IReadOnlyList<Hook> After { get; }

    /// <summary>The binding classes of one assembly.</summary>
    public static BindingRegistry Of(Assembly assembly) => Of([.. assembly.GetTypes().Where(IsBinding)]);

    public static BindingRegistry Of(params IReadOnlyList<Type> classes) => new(
        [.. classes.SelectMany(type => type.GetMethods(AllMethods)).Where(method => !method.IsSpecialName)]);

    public IReadOnlyCollection<StepKind> KindsOf(string text)
    {
        var matches = MatchesOf(text);
        return matches.Count == 0 ? [] : [.. matches.SelectMany(match => match.Definition.Kinds).Distinct()];
    }

    /// <summary>All definitions that take this text, whatever the keyword; a sentence is matched once.</summary>
    internal IReadOnlyList<StepMatch> MatchesOf(string text)
    {
        if (_matches.TryGetValue(text, out var known)) return known;
        var matches = new List<StepMatch>();
        foreach (var definition in _steps)
        {
            if (definition.Pattern.Match(text) is { } words) matches.Add(new StepMatch(definition, words));
        }

        if (matches.Count > 0 && text.Length <= LongestKept) _matches.TryAdd(text, matches);
        return matches;
    }

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
        var named = Transformations.Where(transformation => !transformation.TakesTable)
            .GroupBy(transformation => transformation.Name ?? transformation.Makes.Name);
        foreach (var several in named)
        {
            // Any of them may take the words; the groups inside are theirs, the one with a name captures the whole.
            var pattern = string.Join('|', several.Select(one => $"(?:{one.PatternInSentence})"));
            types.TryAdd(several.Key, new ParameterType(several.Key, $"(?<§>{pattern})"));
        }

        return types;
    }

    /// <summary>Nobody could wait for an <c>async void</c> method: its failure would be lost.</summary>
    private static void Demand(MethodInfo method)
    {
        var isCalled = method.GetCustomAttributes().Any(one => one is StepDefinitionBaseAttribute or HookAttribute);
        if (isCalled && method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            throw new InvalidOperationException(
                $"{method.DeclaringType!.Name}.{method.Name} is async void: make it async Task.");
        }
    }
}

/// <summary>A step definition that takes a text, and the words it takes from it.</summary>
internal sealed record StepMatch(StepDefinition Definition, string[] Words);

/// <summary>A method that runs around scenarios with one of the tags, or around all when there are none.</summary>
internal sealed record Hook(IReadOnlyList<string> Tags, MethodInfo Method, MethodInvoker Invoker)
{
    public bool AppliesTo(IReadOnlyCollection<string> tags) =>
        Tags.Count == 0 || Tags.Any(tag => tags.Contains(tag.TrimStart('@')));
}
