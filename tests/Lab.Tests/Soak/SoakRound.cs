using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HilBench.Lab.Tests.Soak;

/// <summary>One run, while which processes are killed.</summary>
internal sealed partial class SoakRound(SoakLab lab, int number, Random random, SoakCount count)
{
    private const int Scenarios = 30;
    private const int ScenarioTime = 300;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan KillWithin = TimeSpan.FromSeconds(6);

    private string? _key;
    private int _starts;
    private Child? _coordinator;

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">A verdict was lost or came twice.</exception>
    public async Task Run()
    {
        var began = Stopwatch.GetTimestamp();
        var feature = lab.Folder.Feature($"round-{number}", Scenarios, ScenarioTime);
        var kills = new Queue<TimeSpan>(
            Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.NextDouble() * KillWithin).Order());
        try
        {
            Start(feature);
            while (!IsComplete)
            {
                if (Stopwatch.GetElapsedTime(began) > Longest) throw Wrong("it does not come to its end");
                if (kills.TryPeek(out var next) && Stopwatch.GetElapsedTime(began) >= next)
                {
                    kills.Dequeue();
                    await KillSomething(feature);
                }
                else if (_coordinator!.HasEnded)
                {
                    await Task.WhenAny(_coordinator.Ended);
                    if (IsComplete) break;
                    count.Refused++;
                    await Task.Delay(TimeSpan.FromSeconds(1));
                    Start(feature);
                }
                else
                {
                    await Task.WhenAny(_coordinator.Ended, Task.Delay(TimeSpan.FromMilliseconds(50)));
                }
            }

            await Judge();
        }
        finally
        {
            _coordinator?.Dispose();
        }
    }

    private string Report => Path.Combine(lab.Folder.Path, $"report-{number}-{_starts}");

    private bool IsComplete => Summary().IsMatch(_coordinator!.Said);

    private void Start(string feature)
    {
        if (_coordinator is { } before && Key().Match(before.Said) is { Success: true } key) _key = key.Groups[1].Value;
        // One that was killed before it had written down that it is there never was.
        if (_coordinator?.Said.Contains($"there is no run {_key} ", StringComparison.Ordinal) == true) _key = null;
        _coordinator?.Dispose();
        _starts++;
        _coordinator = lab.Coordinator(feature, Report, _key);
    }

    private async Task KillSomething(string feature)
    {
        var pause = random.NextDouble() * TimeSpan.FromSeconds(2);
        switch (random.Next(10))
        {
            case < 5:
                if (await lab.KillBench(random.Next(lab.Benches), pause)) count.Benches++;
                break;
            case < 7:
                await lab.KillBroker(pause);
                count.Brokers++;
                break;
            default:
                if (!await _coordinator!.Kill() || IsComplete) return;
                count.Coordinators++;
                await Task.Delay(pause);
                Start(feature);
                break;
        }
    }

    private async Task Judge()
    {
        await _coordinator!.Ended;
        var cases = XDocument.Load(Path.Combine(Report, "junit.xml")).Descendants("testcase").ToArray();
        var verdicts = cases.SelectMany(VerdictsOf).ToArray();
        if (cases.Select(one => (string?)one.Attribute("name")).Distinct().Count() != Scenarios
            || cases.Length != Scenarios || verdicts.Length != Scenarios)
            throw Wrong($"{cases.Length} scenarios with {verdicts.Length} verdicts in the report");
        if (verdicts.Any(verdict => verdict is not ("Passed" or "RigFault")))
            throw Wrong($"verdicts that no scenario of these can have: {string.Join(' ', verdicts.Distinct())}");
        _key = Key().Match(_coordinator.Said).Groups[1].Value;
        var told = await lab.VerdictsOf(_key);
        if (told != Scenarios) throw Wrong($"{told} verdicts at the broker");
        count.Verdicts += verdicts.Length;
        count.Faults += verdicts.Count(verdict => verdict == "RigFault");
        count.Twice += Enumerable.Range(1, Scenarios).Sum(at => lab.Folder.Benches("begun", at).Count - 1);
        Directory.Delete(Path.Combine(lab.Folder.Path, "log"), recursive: true);
    }

    private static IEnumerable<string> VerdictsOf(XElement scenario) => scenario.Descendants("property")
        .Where(one => (string?)one.Attribute("name") == "verdict").Select(one => (string)one.Attribute("value")!);

    private Exception Wrong(string what) => new Xunit.Sdk.XunitException(
        $"round {number} (seed {SoakSettings.Seed}): {what}\ncoordinator: {_coordinator?.Said}\n{lab.Said}");

    [GeneratedRegex(@"^\d+ scenarios? on rig ", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^run (\S+) \(", RegexOptions.Multiline)]
    private static partial Regex Key();
}
