using Microsoft.Data.Sqlite;

namespace HilBench.History;

/// <summary>
/// The runs of the past, in one SQLite file. Several runs may write it at once, and each verdict is in the file before
/// the next: a run that is killed keeps what it had.
/// </summary>
public sealed class HistoryFile : IDisposable
{
    private static readonly SqliteKind Kind = new("history", HistoryTables.Scripts);

    private readonly SqliteFile _file;

    private HistoryFile(SqliteFile file) => _file = file;

    public string Path => _file.Path;

    /// <summary>Opens the file; one that is not there is made, with its folder.</summary>
    /// <exception cref="HistoryException">It cannot be opened, or is of a later program.</exception>
    public static HistoryFile Open(string path, bool create = true) =>
        Told(() => new HistoryFile(SqliteFile.Open(path, Kind, create)));

    public void Dispose() => _file.Dispose();

    internal T Guarded<T>(Func<T> work) => Told(() => _file.Guarded(work));

    internal int Execute(string sql, params (string Name, object? Value)[] values) => _file.Execute(sql, values);

    internal long Number(string sql, params (string Name, object? Value)[] values) => _file.Number(sql, values);

    internal List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row, params (string Name, object? Value)[] values) =>
        _file.Rows(sql, row, values);

    internal SqliteTransaction Begin() => _file.Begin();

    private static T Told<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteFileException wrong)
        {
            throw new HistoryException(wrong.Message);
        }
    }
}
