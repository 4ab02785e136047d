namespace HilBench.History;

/// <summary>The tables of the history, version by version.</summary>
internal static class HistoryTables
{
    private const string Runs = """
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

    /// <summary>
    /// On which bench and which meter each scenario ran; an empty text is something that nobody said, and bench 0 is a
    /// machine of which nothing was said. A lab may run one scenario on several benches.
    /// </summary>
    private const string Benches = """
        CREATE TABLE bench(
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, rig TEXT NOT NULL, model TEXT NOT NULL, serial TEXT NOT NULL,
            firmware TEXT NOT NULL, UNIQUE(name, rig, model, serial, firmware));
        ALTER TABLE verdict RENAME TO verdict_before;
        CREATE TABLE verdict(
            run INTEGER NOT NULL, scenario INTEGER NOT NULL, verdict TEXT NOT NULL, place TEXT NOT NULL,
            source TEXT NOT NULL, message TEXT NOT NULL, seconds REAL NOT NULL, bench INTEGER NOT NULL,
            attempt INTEGER NOT NULL, lost TEXT NOT NULL,
            PRIMARY KEY(run, scenario, bench)) WITHOUT ROWID;
        INSERT INTO verdict SELECT run, scenario, verdict, place, source, message, seconds, 0, 1, ''
            FROM verdict_before;
        DROP TABLE verdict_before;
        CREATE INDEX verdict_of_scenario ON verdict(scenario, run, verdict);
        """;

    public static IReadOnlyList<string> Scripts { get; } = [Runs, ReportAndScope, Benches];
}
