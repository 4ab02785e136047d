using System.Globalization;

namespace HilBench.Scenarios.Binding;

/// <summary>From words to the simple types of the language, always in the invariant culture.</summary>
internal static class Conversion
{
    public static bool CanMake(Type type) =>
        type == typeof(string) || type.IsEnum || type == typeof(TimeSpan) || type == typeof(Guid)
        || (Type.GetTypeCode(type) is not (TypeCode.Object or TypeCode.Empty or TypeCode.DBNull));

    /// <exception cref="FormatException">The words are no such value.</exception>
    public static object Simple(string text, Type type)
    {
        var culture = CultureInfo.InvariantCulture;
        try
        {
            if (type == typeof(string)) return text;
            if (type == typeof(TimeSpan)) return TimeSpan.Parse(text, culture);
            if (type == typeof(Guid)) return Guid.Parse(text);
            if (type.IsEnum) return EnumOf(text, type);
            if (type == typeof(decimal)) return decimal.Parse(text, NumberStyles.Float, culture);
            return Convert.ChangeType(text, type, culture);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException
            or ArgumentException or InvalidCastException)
        {
            throw new FormatException($"\"{Excerpt.Of(text)}\" is not allowed here: {Allowed(type)}", wrong);
        }
    }

    private static string Allowed(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => $"write one of {string.Join(", ", Enum.GetNames(type))}",
        TypeCode.Int32 => $"write a whole number from {int.MinValue} to {int.MaxValue}",
        TypeCode.Int64 => $"write a whole number from {long.MinValue} to {long.MaxValue}",
        TypeCode.Byte => $"write a whole number from {byte.MinValue} to {byte.MaxValue}",
        TypeCode.Decimal or TypeCode.Double or TypeCode.Single => "write a number of fewer digits, such as 10.5",
        _ => $"write a value of type {type.Name}",
    };

    /// <summary>A number that stands for none of the names is no value, though the language would take it.</summary>
    private static object EnumOf(string text, Type type)
    {
        var value = Enum.Parse(type, text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
        return Enum.IsDefined(type, value) || type.IsDefined(typeof(FlagsAttribute), inherit: false)
            ? value
            : throw new FormatException();
    }
}
