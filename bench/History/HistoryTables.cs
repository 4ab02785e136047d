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
    /// machine of which nothing was said. Of the attempts that a verdict took, <c>lost</c> has a line for each before.
    /// </summary>
    private const string Benches = """
        CREATE TABLE bench(
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, rig TEXT NOT NULL, model TEXT NOT NULL, serial TEXT NOT NULL,
            firmware TEXT NOT NULL, UNIQUE(name, rig, model, serial, firmware));
        ALTER TABLE verdict ADD COLUMN bench INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE verdict ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE verdict ADD COLUMN lost TEXT NOT NULL DEFAULT '';
        """;

    public static IReadOnlyList<string> Scripts { get; } = [Runs, ReportAndScope, Benches];
}
