using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HilBench.History;

/// <summary>
/// The runs of the past, in one SQLite file. Several runs may write it at once (its log is written ahead), and each
/// verdict is on the disk before the next: a run that is killed keeps what it had. The file has a version, and an older
/// one is brought up to date when it is opened.
/// </summary>
public sealed class HistoryFile : IDisposable
{
    /// <summary>What this program writes.</summary>
    private const int Version = 2;

    private const string Tables = """
        CREATE TABLE run(
            id INTEGER PRIMARY KEY AUTOINCREMENT, began TEXT NOT NULL, ended TEXT, rig TEXT NOT NULL,
            seed TEXT NOT NULL, build TEXT NOT NULL, virtual INTEGER NOT NULL, command TEXT NOT NULL,
            scenarios INTEGER NOT NULL);
        CREATE TABLE scenario(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE verdict(
            run INTEGER NOT NULL, scenario INTEGER NOT NULL, verdict TEXT NOT NULL, place TEXT NOT NULL,
            source TEXT NOT NULL, message TEXT NOT NULL, seconds REAL NOT NULL,
            PRIMARY KEY(run, scenario)) WITHOUT ROWID;
        CREATE INDEX verdict_of_scenario ON verdict(scenario, run, verdict);
        CREATE TABLE tally(
            run INTEGER NOT NULL, verdict TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY(run, verdict)) WITHOUT ROWID;
        """;

    /// <summary>Where the report is, and what tells runs that can be compared; older runs have neither.</summary>
    private const string ReportAndScope = """
        ALTER TABLE run ADD COLUMN report TEXT;
        ALTER TABLE run ADD COLUMN scope TEXT NOT NULL DEFAULT '';
        """;

    private readonly SqliteConnection _connection;

    private HistoryFile(string path, SqliteConnection connection) => (Path, _connection) = (path, connection);

    public string Path { get; }

    /// <summary>Opens the file; one that is not there is made, with its folder.</summary>
    /// <exception cref="HistoryException">It cannot be opened, or is of a later program.</exception>
    public static HistoryFile Open(string path, bool create = true)
    {
        path = System.IO.Path.GetFullPath(path);
        return Guarded(path, () =>
        {
            if (!create && !File.Exists(path)) throw new HistoryException($"{path}: there is no history yet");
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
                DefaultTimeout = 10,
                Pooling = false,
            }.ConnectionString);
            var file = new HistoryFile(path, connection);
            try
            {
                connection.Open();
                file.Execute("PRAGMA journal_mode = WAL");
                file.Execute("PRAGMA synchronous = NORMAL");
                file.BringUpToDate();
                return file;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>What SQLite and the system say, in one line.</summary>
    internal static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException wrong)
        {
            throw new HistoryException($"{path}: {Why(wrong)}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException($"{path}: {wrong.Message.ReplaceLineEndings(" ")}");
        }
    }

    internal T Guarded<T>(Func<T> work) => Guarded(Path, work);

    internal int Execute(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    internal long Number(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, CultureInfo.InvariantCulture);
    }

    internal List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    internal SqliteTransaction Begin() => _connection.BeginTransaction();

    private SqliteCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>Two programs may find the same new file: the second waits for the first.</summary>
    private void BringUpToDate()
    {
        using var change = _connection.BeginTransaction(deferred: false);
        var version = Number("PRAGMA user_version");
        if (version > Version)
        {
            throw new HistoryException(
                $"{Path}: it is of version {version}, and this program reads up to version {Version}");
        }

        if (version < 1) Execute(Tables);
        if (version < 2) Execute(ReportAndScope);
        if (version < Version) Execute($"PRAGMA user_version = {Version}");
        change.Commit();
    }

    private static string Why(SqliteException wrong) => wrong.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => "the disk is full",
        SQLitePCL.raw.SQLITE_READONLY => "it cannot be written to",
        SQLitePCL.raw.SQLITE_CANTOPEN => "it cannot be opened",
        SQLitePCL.raw.SQLITE_BUSY => "another program has held it for too long",
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => "it is no history, or it is damaged",
        _ => wrong.Message.ReplaceLineEndings(" "),
    };
}
