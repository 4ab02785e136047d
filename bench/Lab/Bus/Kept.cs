namespace HilBench.Lab.Bus;

/// <summary>A value as the broker keeps it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Null when it was taken away.</param>
/// <param name="Revision">Grows with each change; whoever changes a value names the one he has seen.</param>
/// <param name="Written">When, by the broker's clock, UTC.</param>
public sealed record Kept<T>(string Key, T? Value, ulong Revision, DateTime Written)
    where T : class;
