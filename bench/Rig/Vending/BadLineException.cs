namespace HilBench.Rig.Vending;

/// <summary>A request line that cannot be answered: where in it, and what is wrong. Becomes an error answer.</summary>
public sealed class BadLineException(string where, string what)
    : Exception(where.Length == 0 ? what : $"{where}: {what}");
