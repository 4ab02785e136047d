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
            var allowed = type.IsEnum
                ? string.Join(", ", Enum.GetNames(type))
                : $"a value of type {type.Name.ToLowerInvariant()} is";
            throw new FormatException($"\"{text}\" is not allowed here: {allowed}", wrong);
        }
    }

    /// <summary>A number that stands for none of the names is no value, though the language would take it.</summary>
    private static object EnumOf(string text, Type type)
    {
        var value = Enum.Parse(type, text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
        return Enum.IsDefined(type, value) || type.IsDefined(typeof(FlagsAttribute), inherit: false)
            ? value
            : throw new FormatException();
    }
}
