using System.Threading.Channels;
using HilBench.Rig.Roles;
using HilBench.Scenarios.Running;

namespace HilBench.Pi;

/// <summary>
/// The contract tests of tests/Rig.Tests inside the machine: our drivers on its pins, our chips and fingers on the
/// other side of them, all in one process; the store on its disk. What they print comes out as it comes.
/// </summary>
internal sealed class ContractTests(VmPlan plan)
{
    /// <summary>Most of it goes into starting .NET and compiling the tests on an emulated processor.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly List<string> _trouble = [];
    private bool _inTrouble;

    /// <summary>One for each test that ended, or for the whole when it did not come to its end.</summary>
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

    /// <summary>Finished tests in a line each, and all that is said about one that failed.</summary>
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
            // Not from a test: the runtime says what is wrong with it.
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
