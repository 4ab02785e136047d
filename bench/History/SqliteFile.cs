using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HilBench.History;

/// <summary>
/// An SQLite file with a version: an older one is brought up to date when it is opened. Several processes may write it
/// at once, because its log is written ahead; within one, a thread at a time. Everything is done inside
/// <c>Guarded</c>, which makes one line of whatever goes wrong.
/// </summary>
public sealed class SqliteFile : IDisposable
{
    private const int SecondsToWait = 10;

    private readonly SqliteConnection _connection;
    private readonly SqliteKind _kind;

    private SqliteFile(string path, SqliteKind kind, SqliteConnection connection) =>
        (Path, _kind, _connection) = (path, kind, connection);

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>Opens the file; one that is not there is made, with its folder.</summary>
    /// <exception cref="SqliteFileException">It cannot be opened, or is of a later program.</exception>
    public static SqliteFile Open(string path, SqliteKind kind, bool create = true)
    {
        path = System.IO.Path.GetFullPath(path);
        return Told(path, kind, () =>
        {
            if (!create && !File.Exists(path)) throw new SqliteFileException($"{path}: there is no {kind.Name} yet");
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
                DefaultTimeout = SecondsToWait,
                Pooling = false,
            }.ConnectionString);
            var file = new SqliteFile(path, kind, connection);
            try
            {
                connection.Open();
                file.Execute("PRAGMA journal_mode = WAL");
                file.Execute($"PRAGMA synchronous = {(kind.OutlivesPowerCuts ? "FULL" : "NORMAL")}");
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

    /// <summary>Does this with the file.</summary>
    /// <exception cref="SqliteFileException">What SQLite and the system say, in one line.</exception>
    public T Guarded<T>(Func<T> work) => Told(Path, _kind, work);

    /// <returns>How many rows were changed.</returns>
    public int Execute(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The number in the first row; 0 when there is no row.</summary>
    public long Number(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, CultureInfo.InvariantCulture);
    }

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>Several changes that are made together or not at all; they are made when it is committed.</summary>
    public SqliteTransaction Begin() => _connection.BeginTransaction();

    private static T Told<T>(string path, SqliteKind kind, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException wrong)
        {
            throw new SqliteFileException($"{path}: {Why(wrong, kind)}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SqliteFileException($"{path}: {wrong.Message.ReplaceLineEndings(" ")}");
        }
    }

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
        var (version, newest) = (Number("PRAGMA user_version"), _kind.Scripts.Count);
        if (version > newest)
        {
            throw new SqliteFileException(
                $"{Path}: it is of version {version}, and this program reads up to version {newest}");
        }

        if (version == newest) return;
        foreach (var script in _kind.Scripts.Skip((int)version)) Execute(script);
        Execute($"PRAGMA user_version = {newest}");
        change.Commit();
    }

    private static string Why(SqliteException wrong, SqliteKind kind) => wrong.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => "the disk is full",
        SQLitePCL.raw.SQLITE_READONLY => "it cannot be written to",
        SQLitePCL.raw.SQLITE_CANTOPEN => "it cannot be opened",
        SQLitePCL.raw.SQLITE_BUSY => "another program has held it for too long",
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => $"it is no {kind.Name}, or it is damaged",
        _ => wrong.Message.ReplaceLineEndings(" "),
    };
}
