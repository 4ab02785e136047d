using System.Globalization;
using System.Reflection;
using HilBench.Scenarios.Features;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Reflection;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Whether the words of a sentence, and what stands under it, can become what the method wants. Reqnroll would find it
/// out when the step runs.
/// </summary>
internal sealed class ArgumentCheck(
    IStepArgumentTypeConverter converter, IBindingRegistry registry, MadeTables tables)
{
    private const string Table = "table";
    private const string DocString = "doc string";

    private readonly ILookup<Type, IStepArgumentTransformationBinding> _transformations =
        registry.GetStepTransformations().ToLookup(one => MadeBy(StepSentence.MethodOf(one)));

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Mistake(StepCase step, BindingMatch match)
    {
        IBindingParameter[] parameters = [.. match.StepBinding.Method.Parameters];
        var values = match.Arguments.Select(argument => argument.Value).ToArray();
        if (Below(step, StepSentence.MethodOf(match.StepBinding), values, parameters) is { } wrong) return wrong;
        for (var i = 0; i < values.Length; i++)
        {
            if (Mistake(values[i], parameters[i].Type) is { } mistake) return mistake;
        }

        return null;
    }

    private string? Mistake(object value, IBindingType wanted)
    {
        var type = ((RuntimeBindingType)wanted).Type;
        var isTransformed = TransformationsTo(type).Any(one => Takes(one, value));
        // One that belongs to a scenario is made when its step runs.
        if (TransformationsTo(type).Any(one => !StepSentence.MethodOf(one).IsStatic)) return null;
        if (!isTransformed && HasDecimalComma(value, type)) return NotAllowed(value, type);
        try
        {
            var made = converter.ConvertAsync(value, wanted, CultureInfo.InvariantCulture).GetAwaiter().GetResult();
            if (value is Table table) tables.Keep(table, type, made);
            return isTransformed || IsNamed(made, type) ? null : NotAllowed(value, type);
        }
        catch (Exception wrong)
        {
            return isTransformed ? wrong.Message : NotAllowed(value, type);
        }
    }

    /// <summary>Reqnroll would read "10,5" as 105.</summary>
    private static bool HasDecimalComma(object value, Type type) =>
        value is string text && text.Contains(',', StringComparison.Ordinal)
        && Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type)
            is TypeCode.Decimal or TypeCode.Double or TypeCode.Single;

    private static string NotAllowed(object value, Type type) =>
        value is not string text ? $"the table cannot become {type.Name}: no transformation makes one of it"
        : SimpleValues.Allowed(type) is { } allowed ? $"\"{Excerpt.Of(text)}\" is not allowed here: {allowed}"
        : $"\"{Excerpt.Of(text)}\" cannot become {type.Name}: no transformation makes one of it";

    /// <summary>A number that stands for none of the names is no value, though Reqnroll would take it.</summary>
    private static bool IsNamed(object made, Type type) =>
        !type.IsEnum || Enum.IsDefined(type, made) || type.IsDefined(typeof(FlagsAttribute), inherit: false);

    private IEnumerable<IStepArgumentTransformationBinding> TransformationsTo(Type type) => _transformations[type];

    internal static bool Takes(IStepArgumentTransformationBinding transformation, object value) =>
        value is string text ? transformation.Regex?.IsMatch(text) ?? !TakesTable(transformation)
        : TakesTable(transformation);

    /// <summary>An asynchronous one makes what it promises.</summary>
    internal static Type MadeBy(MethodInfo method) => method.ReturnType is { IsGenericType: true } type
        && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        ? type.GetGenericArguments()[0] : method.ReturnType;

    private static bool TakesTable(IStepArgumentTransformationBinding transformation) =>
        StepSentence.MethodOf(transformation).GetParameters() is [var first, ..] && IsTable(first.ParameterType);

    private static bool IsTable(Type type) => typeof(Table).IsAssignableFrom(type);

    /// <summary>What is wrong with the table or doc string under the step, or with its absence.</summary>
    private string? Below(StepCase step, MethodInfo method, object[] values, IBindingParameter[] parameters)
    {
        var given = step.Table is not null ? Table : step.DocString is not null ? DocString : null;
        var words = values.Length - (given is null ? 0 : 1);
        var left = parameters.Length - words;
        if (left is < 0 or > 1)
        {
            return $"{method.DeclaringType!.Name}.{method.Name} takes {parameters.Length} arguments, "
                + $"the sentence gives {words}";
        }

        var wanted = left == 0 ? null : WantsTable(((RuntimeBindingType)parameters[^1].Type).Type) ? Table : DocString;
        if (given == wanted) return null;
        var said = $"\"{Excerpt.Of(step.Text)}\"";
        if (wanted is null) return $"{said} takes nothing under it: remove the {given}";
        return given is null ? $"{said} wants a {wanted} under it" : $"{said} wants a {wanted} under it, not a {given}";
    }

    private bool WantsTable(Type type) => IsTable(type) || TransformationsTo(type).Any(TakesTable);
}
