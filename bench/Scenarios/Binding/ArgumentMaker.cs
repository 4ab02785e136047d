using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Binding;

/// <summary>Makes the arguments of a step's method from the words of the sentence and what stands under it.</summary>
internal sealed class ArgumentMaker(IReadOnlyList<Transformation> transformations)
{
    /// <exception cref="FormatException">A word, table or doc string cannot become what the method wants.</exception>
    public object?[] Make(StepCase step, StepDefinition definition, string[] words)
    {
        var parameters = definition.Parameters;
        var below = step.Table is not null || step.DocString is not null ? 1 : 0;
        if (words.Length + below != parameters.Length)
            throw new FormatException(Miscounted(step, definition, words, below));

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

    private static string Miscounted(StepCase step, StepDefinition definition, string[] words, int below)
    {
        var wantsMore = definition.Parameters.Length > words.Length;
        if (wantsMore && below == 0)
            return $"\"{step.Text}\" wants a table or a doc string under it";
        if (below == 1 && definition.Parameters.Length == words.Length)
        {
            var what = step.Table is null ? "doc string" : "table";
            return $"\"{step.Text}\" takes nothing under it: remove the {what}";
        }

        var given = words.Length + below;
        return $"{definition.Name} takes {definition.Parameters.Length} arguments, the sentence gives {given}";
    }
}
