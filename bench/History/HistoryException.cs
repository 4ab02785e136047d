namespace HilBench.History;

/// <summary>The history cannot be opened, read or written; the message is one line that begins with its file.</summary>
public sealed class HistoryException(string message) : SqliteFileException(message);
