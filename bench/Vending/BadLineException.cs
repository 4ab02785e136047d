namespace HilBench.Vending;

/// <summary>A request line that is wrong. The message says where and what, and becomes the answer.</summary>
public sealed class BadLineException(string where, string what)
    : Exception(where.Length == 0 ? what : $"{where}: {what}");
