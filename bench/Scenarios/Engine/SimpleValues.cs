namespace HilBench.Scenarios.Engine;

/// <summary>What to write where a method takes a simple type of the language.</summary>
internal static class SimpleValues
{
    /// <summary>Null when the type is none of them.</summary>
    public static string? Allowed(Type type) =>
        type == typeof(TimeSpan) || type == typeof(Guid) ? $"write a value of type {type.Name}"
        : Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
        {
            _ when type.IsEnum => $"write one of {string.Join(", ", Enum.GetNames(type))}",
            TypeCode.Int32 => $"write a whole number from {int.MinValue} to {int.MaxValue}",
            TypeCode.Int64 => $"write a whole number from {long.MinValue} to {long.MaxValue}",
            TypeCode.Byte => $"write a whole number from {byte.MinValue} to {byte.MaxValue}",
            TypeCode.Decimal or TypeCode.Double or TypeCode.Single =>
                "write a number of fewer digits and with a point, such as 10.5",
            TypeCode.Object or TypeCode.Empty or TypeCode.DBNull => null,
            _ => $"write a value of type {type.Name}",
        };
}
