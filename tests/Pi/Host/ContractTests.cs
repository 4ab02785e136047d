using System.Threading.Channels;
using HilBench.Roles;
using HilBench.Scenarios.Running;

namespace HilBench.Pi;

/// <summary>
/// Runs the contract tests of tests/Rig.Tests inside the machine. In one process are our drivers on its pins, and our
/// chips and contacts on the other side of them; the store is on its disk. Their output is passed on as it is.
/// </summary>
internal sealed class ContractTests(VmPlan plan)
{
    /// <summary>Most of this time is needed to start .NET and to compile the tests on an emulated processor.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly List<string> _trouble = [];
    private bool _inTrouble;

    /// <summary>One result for each test that ended, or one for all of them when they did not come to an end.</summary>
    public IReadOnlyList<Verdict> Run()
    {
        var verdicts = new List<Verdict>();
        var machine = plan.Machine;
        machine.AwaitBoot();
        machine.Forget();
        machine.Tell("contract");
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var line = Next(machine, patience.Token);
            if (line.StartsWith("exit ", StringComparison.Ordinal))
            {
                var isRight = line == "exit 0" && verdicts.Count > 0;
                if (!isRight && !verdicts.Contains(Verdict.Failed)) verdicts.Add(Verdict.RigFault);
                return verdicts;
            }

            if (Told(line) is { } verdict) verdicts.Add(verdict);
        }
    }

    /// <summary>Prints finished tests in one line each, and everything that is said about a failed one.</summary>
    private Verdict? Told(string line)
    {
        if (line.EndsWith(" [STARTING]", StringComparison.Ordinal))
        {
            _trouble.Clear();
            _inTrouble = false;
        }
        else if (line.EndsWith(" [FAIL]", StringComparison.Ordinal))
        {
            _inTrouble = true;
        }
        else if (line.Contains(" [FINISHED] ", StringComparison.Ordinal))
        {
            var test = line.Trim()[..line.Trim().IndexOf(" [FINISHED]", StringComparison.Ordinal)]
                .Replace("HilBench.Rig.Tests.Contract.", "", StringComparison.Ordinal);
            Screen.Write([$"  {(_inTrouble ? "WRONG" : "ok"),-8} {plan.Label}  {test}", .. _trouble]);
            var verdict = _inTrouble ? Verdict.Failed : Verdict.Passed;
            _trouble.Clear();
            _inTrouble = false;
            return verdict;
        }
        else if (_inTrouble)
        {
            _trouble.Add("  " + line);
        }
        else if (line.Length > 0 && line[0] is not (' ' or '='))
        {
            // This line is not from a test: the runtime says what is wrong with it.
            Screen.Write($"  {plan.Label}  {line}");
        }

        return null;
    }

    private static string Next(VirtualMachine machine, CancellationToken patience)
    {
        try
        {
            return machine.Said.Reader.ReadAsync(patience).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception silence) when (silence is OperationCanceledException or ChannelClosedException)
        {
            throw new RigFaultException(
                $"the contract tests did not end within {Patience.TotalMinutes} minutes, or their machine is gone");
        }
    }
}
