using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Binding;

/// <summary>Makes the arguments of a step's method from the words of the sentence and what stands under it.</summary>
internal sealed class ArgumentMaker(IReadOnlyList<Transformation> transformations)
{
    private const string Table = "table";
    private const string DocString = "doc string";

    /// <exception cref="FormatException">A word, table or doc string cannot become what the method wants.</exception>
    public object?[] Make(StepCase step, StepDefinition definition, string[] words)
    {
        var parameters = definition.Parameters;
        if (Below(step, definition, words) is { } wrong) throw new FormatException(wrong);

        var arguments = new object?[parameters.Length];
        for (var i = 0; i < words.Length; i++) arguments[i] = FromWords(words[i], parameters[i].ParameterType);
        if (step.Table is { } table) arguments[^1] = FromTable(table, parameters[^1].ParameterType);
        else if (step.DocString is { } text) arguments[^1] = FromWords(text, parameters[^1].ParameterType);
        return arguments;
    }

    private object? FromWords(string text, Type type)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        var fitting = transformations.FirstOrDefault(candidate => candidate.Makes == wanted && candidate.Takes(text));
        if (fitting is not null) return Apply(fitting, target => fitting.Make(target, text));
        return Conversion.CanMake(wanted)
            ? Conversion.Simple(text, wanted)
            : throw new FormatException($"\"{text}\" cannot become {wanted.Name}: no transformation makes one of it");
    }

    private object? FromTable(DataTable table, Type type)
    {
        if (type == typeof(DataTable)) return table;
        var fitting = transformations.FirstOrDefault(candidate => candidate.Makes == type && candidate.TakesTable);
        return fitting is not null
            ? Apply(fitting, target => fitting.Make(target, table))
            : throw new FormatException($"the table cannot become {type.Name}: no transformation makes one of it");
    }

    private static object? Apply(Transformation transformation, Func<object?, object?> make) =>
        transformation.Method.IsStatic
            ? Now(make)
            : new DeferredArgument(container => make(container.Resolve(transformation.Method.DeclaringType!)));

    /// <summary>Whatever a transformation throws, it is about the words it was given.</summary>
    private static object? Now(Func<object?, object?> make)
    {
        try
        {
            return make(null);
        }
        catch (Exception wrong) when (wrong is not FormatException)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <summary>What is wrong with the table or doc string under the step, or with its absence.</summary>
    private string? Below(StepCase step, StepDefinition definition, string[] words)
    {
        var given = step.Table is not null ? Table : step.DocString is not null ? DocString : null;
        var left = definition.Parameters.Length - words.Length;
        if (left is < 0 or > 1)
        {
            return $"{definition.Name} takes {definition.Parameters.Length} arguments, "
                + $"the sentence gives {words.Length}";
        }

        var wanted = left == 0 ? null : WantsTable(definition.Parameters[^1].ParameterType) ? Table : DocString;
        var said = $"\"{Excerpt.Of(step.Text)}\"";
        if (given == wanted) return null;
        if (wanted is null) return $"{said} takes nothing under it: remove the {given}";
        return given is null ? $"{said} wants a {wanted} under it" : $"{said} wants a {wanted} under it, not a {given}";
    }

    private bool WantsTable(Type type) =>
        type == typeof(DataTable) || transformations.Any(one => one.Makes == type && one.TakesTable);
}
