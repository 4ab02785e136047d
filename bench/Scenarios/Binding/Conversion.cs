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
            if (type.IsEnum) return Enum.Parse(type, text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
            return Convert.ChangeType(text, type, culture);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException)
        {
            var allowed = type.IsEnum
                ? string.Join(", ", Enum.GetNames(type))
                : $"a value of type {type.Name.ToLowerInvariant()} is";
            throw new FormatException($"\"{text}\" is not allowed here: {allowed}", wrong);
        }
    }
}
