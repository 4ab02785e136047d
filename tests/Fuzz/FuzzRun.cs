using HilBench.Fuzz.Targets;

namespace HilBench.Fuzz;

/// <summary>Feeds mutated inputs to one target and says which of them made it crash.</summary>
internal static class FuzzRun
{
    public static IReadOnlyList<Func<IFuzzTarget>> Targets { get; } =
    [
        () => new TokenTarget(), () => new MeterTarget(), LineTarget.Vend, LineTarget.Decode,
        () => new ScriptTarget(), () => new FeatureTarget(), () => new ProfileTarget(),
        () => new TokenPortTarget(), () => new TokenReaderTarget(), () => new PanelTarget(),
    ];

    public static FuzzReport Feed(IFuzzTarget target, int inputs, int seed, Action<int>? progress = null)
    {
        var breeder = new Breeder(target.Seeds, seed);
        var (taken, length) = (0, 0L);
        for (var number = 1; number <= inputs; number++)
        {
            var input = breeder.Next();
            length += input.Length;
            try
            {
                if (target.Take(input)) taken++;
            }
            catch (Exception crash)
            {
                return new FuzzReport(target.Name, number, length, taken, input, crash);
            }

            if (number % 100_000 == 0) progress?.Invoke(number);
        }

        return new FuzzReport(target.Name, inputs, length, taken, null, null);
    }
}

/// <summary>How a run ended; <paramref name="Crash"/> is null when nothing crashed.</summary>
internal sealed record FuzzReport(
    string Target, int Inputs, long Characters, int Taken, string? Input, Exception? Crash)
{
    public override string ToString() => Crash is null
        ? FormattableString.Invariant(
            $"{Target}: {Inputs} inputs of {Characters} characters, {Taken} taken, the rest refused, no crash")
        : FormattableString.Invariant($"{Target}: input {Inputs} crashed it: {Crash}\n--- input:\n{Input}");
}
