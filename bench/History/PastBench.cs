using HilBench.Scenarios.Running;
using Microsoft.Data.Sqlite;

namespace HilBench.History;

/// <summary>Where scenarios ran, as the history has it: an empty text is something that nobody said.</summary>
internal static class PastBench
{
    /// <summary>A machine of which nothing was said.</summary>
    private const long Nobody = 0;

    private const char BetweenLost = '\n';

    /// <summary>For a query in which <c>bench</c> is joined to the left; see <see cref="Read"/>.</summary>
    public const string Columns = "bench.name, bench.rig, bench.model, bench.serial, bench.firmware";

    /// <summary>The number of a bench with its meter; it is added when it is new.</summary>
    public static long IdOf(RunPlace? place, HistoryFile file)
    {
        if (place is null) return Nobody;
        (string, object?)[] values =
        [
            ("$name", place.Bench), ("$rig", place.Rig), ("$model", place.Model ?? ""),
            ("$serial", place.Serial ?? ""), ("$firmware", place.Firmware ?? ""),
        ];
        file.Execute(
            """
            INSERT OR IGNORE INTO bench(name, rig, model, serial, firmware)
            VALUES ($name, $rig, $model, $serial, $firmware)
            """,
            values);
        return file.Number(
            """
            SELECT id FROM bench WHERE name = $name AND rig = $rig AND model = $model AND serial = $serial
                AND firmware = $firmware
            """,
            values);
    }

    /// <summary>Why the attempts before came to nothing, as one text.</summary>
    public static string LostOf(RunPlace? place) =>
        string.Join(BetweenLost, place?.Lost.Select(why => why.ReplaceLineEndings(" ")) ?? []);

    /// <summary>Null where there is no bench.</summary>
    /// <param name="row">Of a query.</param>
    /// <param name="first">Where <see cref="Columns"/> begin in it.</param>
    public static RunPlace? Read(SqliteDataReader row, int first) => row.IsDBNull(first) ? null
        : new RunPlace(row.GetString(first), row.GetString(first + 1))
        {
            Model = Known(row.GetString(first + 2)),
            Serial = Known(row.GetString(first + 3)),
            Firmware = Known(row.GetString(first + 4)),
        };

    /// <summary>The same place with the attempts it took.</summary>
    public static RunPlace With(RunPlace place, int attempt, string lost) =>
        place with { Attempt = attempt, Lost = lost.Length == 0 ? [] : lost.Split(BetweenLost) };

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
