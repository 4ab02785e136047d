using HilBench.Input;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Files;

/// <summary>What a rig file says of faults.</summary>
public sealed class FaultRowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(
        "{\"faults\": [\n{ \"kind\": \"row-brokne\", \"row\": 2 }]}",
        ":2: faults[0].kind is \"row-brokne\"; did you mean \"row-broken\"? allowed: row-broken, column-broken, ")]
    [InlineData("{\"faults\": [\n{ \"row\": 2 }]}", ":2: a fault needs its kind, such as ")]
    [InlineData("{\"faults\": [\n{ \"kind\": \"row-broken\" }]}", ":2: the fault \"row-broken\" needs its row")]
    [InlineData(
        "{\"faults\": [{ \"kind\": \"row-broken\",\n\"column\": 2 }]}",
        ":2: faults[0].column does not go with faults[0].kind \"row-broken\"; it belongs to column-broken")]
    [InlineData(
        "{\"faults\": [{ \"kind\": \"rows-joined\",\n\"rows\": [2, 2] }]}",
        ":2: rows are two different numbers, such as [1, 2]")]
    [InlineData(
        "{\"faults\": [{ \"kind\": \"key-sticks\",\n\"key\": \"55\" }]}",
        ":2: key is one key, such as \"5\", not \"55\"")]
    [InlineData(
        "{\"faults\": [{ \"kind\": \"mains-dips\", \"ms\": 20 }]}",
        ":1: \"mains-dips\" needs afterSeconds: before the meter has its mains there is none to dip")]
    [InlineData(
        "{\"faults\": [\n{ \"kind\": \"cable-pulled\" }]}",
        ":2: \"cable-pulled\" does not go with this rig, which does not have faults of a serial cable")]
    public void A_wrong_fault_gets_one_line_that_says_where_and_what_is_allowed(string json, string expected)
    {
        var message = Assert.Throws<SettingsException>(() => Load(json)).Message;
        Assert.Contains(expected, message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_rig_file_may_say_what_is_broken_and_from_when_on()
    {
        var plan = Load(
            """
            { "faults": [
              { "kind": "row-broken", "row": 2 },
              { "kind": "columns-joined", "columns": [1, 3] },
              { "kind": "memory-refuses", "times": 5, "afterSeconds": 2.5 },
              { "kind": "data-line-stuck", "line": 5, "level": "high" },
              { "kind": "bit-flipped", "copy": "older" },
              { "kind": "mains-dips", "ms": 300, "afterSeconds": 10 },
              { "kind": "mains-sags", "volts": 120, "ms": 300, "afterSeconds": 20 }
            ] }
            """);
        Assert.Equal(
            [
                new PlannedFault(new Fault(FaultKind.RowBroken) { Number = 2 }, TimeSpan.Zero),
                new PlannedFault(new Fault(FaultKind.ColumnsJoined) { Number = 1, Other = 3 }, TimeSpan.Zero),
                new PlannedFault(new Fault(FaultKind.MemoryRefuses) { Times = 5 }, TimeSpan.FromSeconds(2.5)),
                new PlannedFault(new Fault(FaultKind.DataLineStuck) { Number = 5, IsHigh = true }, TimeSpan.Zero),
                new PlannedFault(new Fault(FaultKind.BitFlipped) { Number = 2 }, TimeSpan.Zero),
                new PlannedFault(
                    new Fault(FaultKind.MainsDips) { Time = TimeSpan.FromMilliseconds(300) }, TimeSpan.FromSeconds(10)),
                new PlannedFault(
                    new Fault(FaultKind.MainsSags) { Number = 120, Time = TimeSpan.FromMilliseconds(300) },
                    TimeSpan.FromSeconds(20)),
            ],
            plan.Faults);
    }

    private RigPlan Load(string json)
    {
        var path = Path.Combine(_folder, "rig.json");
        File.WriteAllText(path, json);
        return Rigs.Load(path);
    }
}
