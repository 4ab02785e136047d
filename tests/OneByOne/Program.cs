using System.Diagnostics;
using System.Globalization;
using HilBench.OneByOne;

// Runs every mutant of a report of Stryker in a process of its own; tests/mutation calls it and says why.
// Exit code: 0 = 90 % or more noticed, and every survivor explained; 1 = not; 2 = wrong use, or red without a mutant.
if (args is not [var floor, var tests, var page, var folder])
{
    Console.Error.WriteLine("usage: OneByOne FLOOR TEST-EXECUTABLE EXPLANATIONS.md FOLDER-OF-mutation-report.json");
    return 2;
}

const double least = 90;
var clock = Stopwatch.StartNew();
var mutants = Mutant.Read(Path.Combine(folder, "mutation-report.json"));
var run = new TestRun(tests);
if (!run.IsHealthy())
{
    Console.Error.WriteLine($"mutation: without a mutant {tests} does not pass");
    return 2;
}

var verdicts = new Verdict[mutants.Count];
Parallel.For(
    0, mutants.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
    i => verdicts[i] = run.Judge(mutants[i]));

var all = mutants.Zip(verdicts, (mutant, verdict) => (Mutant: mutant, Verdict: verdict)).ToArray();
var survivors = all.Where(one => one.Verdict == Verdict.Survived).Select(one => one.Mutant).ToArray();
var (missing, idle) = Explanations.Compare(
    survivors, mutants.Select(mutant => mutant.File).Distinct(), File.ReadAllLines(page));
File.WriteAllLines(Path.Combine(folder, "verdicts.txt"), all.Select(one => $"{one.Verdict}\t{one.Mutant}"));
File.WriteAllLines(Path.Combine(folder, "unexplained.md"), missing);

int Count(Verdict verdict) => all.Count(one => one.Verdict == verdict);
var score = 100.0 * (all.Length - survivors.Length) / all.Length;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{floor}: {score:0.00} % of {all.Length} mutants noticed: "
        + $"{Count(Verdict.Killed)} killed, {Count(Verdict.Timeout)} timed out, {survivors.Length} survived; "
        + $"{clock.Elapsed.TotalMinutes:0} min"));
foreach (var row in missing) Console.WriteLine($"{floor}: not explained in docs/mutation.md: {row}");
foreach (var row in idle) Console.WriteLine($"{floor}: explained, but noticed: {row}");
return score >= least && missing.Count == 0 && idle.Count == 0 ? 0 : 1;
