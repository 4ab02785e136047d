namespace HilBench.History;

/// <summary>A file cannot be opened, read or written; the message is one line that begins with its name.</summary>
public class SqliteFileException(string message) : Exception(message);
