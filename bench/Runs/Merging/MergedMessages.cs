using System.Text.Json;
using System.Text.Json.Nodes;
using HilBench.Input;
using HilBench.Scenarios;
using HilBench.Scenarios.Reports;

namespace HilBench.Runs;

/// <summary>The Cucumber messages of all shards as those of one run.</summary>
internal sealed class MergedMessages
{
    private readonly List<JsonObject> _heads = [];
    private readonly List<JsonObject> _definitions = [];
    private readonly Dictionary<(ShardReport Report, int Number), List<JsonObject>> _cases = [];
    private readonly List<JsonObject> _hooks = [];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _documents = new(StringComparer.Ordinal);
    private JsonObject? _started;
    private JsonObject? _finished;
    private bool _isGood = true;

    /// <summary>Takes in all of them.</summary>
    /// <exception cref="SettingsException">A file is not there, or not what a run has written.</exception>
    public MergedMessages(ShardReports reports)
    {
        foreach (var report in reports.All) Take(report);
        var ran = reports.All.ToDictionary(one => one, _ => 0);
        All =
        [
            .. _heads, .. _definitions, _started!,
            .. reports.Scenarios.Where(one => HasRun(one.Scenario)).SelectMany(one => _cases[(one.In, ran[one.In]++)]),
            .. _hooks, Finished(),
        ];
    }

    /// <summary>In the order in which one run would have written them.</summary>
    public IReadOnlyList<JsonObject> All { get; }

    private static bool HasRun(RunFileScenario one) =>
        one.Verdict is not (RunFileScenario.LeftOut or RunFileScenario.NotBegun);

    private void Take(ShardReport report)
    {
        var path = report.PathOf(CucumberReports.MessagesName);
        var ids = new MessageIds(report.Shard.Number);
        List<JsonObject>? open = null;
        var cases = 0;
        var line = 0;
        try
        {
            foreach (var text in File.ReadLines(path))
            {
                line++;
                var message = JsonNode.Parse(text)!.AsObject();
                var kind = message.Single().Key;
                if (kind == "testCase") _cases[(report, cases++)] = open = [];
                if (kind is "testRunHookStarted" or "testRunFinished") open = null;
                if (open is null) TakeOutside(message, kind, ids);
                else Add(open, message, ids);
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException
            or InvalidOperationException)
        {
            throw new SettingsException($"{Printable.Line(path)}:{line}: it is not what a run has written");
        }

        var ran = report.Run.Scenarios.Count(HasRun);
        if (ran != cases || _started is null || _finished is null)
        {
            throw new SettingsException(
                $"{Printable.Line(path)}: it has {cases} scenarios, and {RunFile.FileName} has {ran}");
        }
    }

    private void TakeOutside(JsonObject message, string kind, MessageIds ids)
    {
        var body = message[kind]!.AsObject();
        switch (kind)
        {
            case "meta":
                if (_heads.Count == 0) _heads.Add(message);
                break;
            case "source":
                if (_known.TryAdd($"source {body["uri"]}", "")) _heads.Add(message);
                break;
            case "gherkinDocument":
                TakeDocument(message, body, ids);
                break;
            case "pickle":
                Add(_heads, message, ids);
                break;
            case "stepDefinition" or "hook" when (string?)body["type"] != "AFTER_TEST_RUN":
                TakeOnce(_definitions, message, body, ids);
                break;
            case "testRunStarted":
                TakeStart(message, body, ids);
                break;
            case "testRunFinished":
                ids.Rename(message);
                _isGood &= (bool)body["success"]!;
                _finished = message;
                break;
            default:
                Add(_hooks, message, ids);
                break;
        }
    }

    /// <summary>
    /// Two shards that have scenarios of one file read it alike, and call the same things by other names.
    /// </summary>
    private void TakeDocument(JsonObject message, JsonObject body, MessageIds ids)
    {
        var uri = (string)body["uri"]!;
        string[] here = [.. MessageIds.Given(body)];
        if (_documents.TryGetValue(uri, out var names))
        {
            foreach (var (own, name) in here.Zip(names)) ids.Same(own, name);
            return;
        }

        Add(_heads, message, ids);
        _documents[uri] = [.. MessageIds.Given(body)];
    }

    /// <summary>A sentence, or a hook, that all shards have.</summary>
    private void TakeOnce(List<JsonObject> into, JsonObject message, JsonObject body, MessageIds ids)
    {
        var own = (string)body["id"]!;
        body["id"] = "";
        var what = message.ToJsonString();
        body["id"] = own;
        if (_known.TryGetValue(what, out var name))
        {
            ids.Same(own, name);
            return;
        }

        Add(into, message, ids);
        _known[what] = (string)body["id"]!;
    }

    private void TakeStart(JsonObject message, JsonObject body, MessageIds ids)
    {
        if (_started is not null)
        {
            ids.Same((string)body["id"]!, (string)_started["testRunStarted"]!["id"]!);
            return;
        }

        ids.Rename(message);
        _started = message;
    }

    private static void Add(List<JsonObject> into, JsonObject message, MessageIds ids)
    {
        ids.Rename(message);
        into.Add(message);
    }

    private JsonObject Finished()
    {
        _finished!["testRunFinished"]!["success"] = _isGood;
        return _finished;
    }
}
