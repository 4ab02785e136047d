using BenchmarkDotNet.Attributes;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Benchmarks;

/// <summary>
/// One scenario as CI runs it: a meter is built, three tokens are keyed in with Enter, and the glass is read after
/// each. Compared with the model alone, which shows what pins, chips and board cost.
/// </summary>
[MemoryDiagnoser]
public class ScenarioBenchmarks
{
    private readonly IReadOnlyList<TokenNumber> _tokens = BenchMeter.WeeklyTokens(3);
    private ulong _seed;

    [Benchmark(Baseline = true)]
    public int ThreeTokensOnTheModelAlone() => KeyInThree(BenchMeter.ModelAlone());

    [Benchmark]
    public int ThreeTokensThroughThePins() => KeyInThree(BenchMeter.OnPins(++_seed));

    private int KeyInThree(IMeterRig rig)
    {
        using (rig)
        {
            foreach (var token in _tokens)
            {
                foreach (var digit in token.ToString()) rig.Keypad.Press(digit);
                rig.Keypad.Press('#');
                if (rig.Glass.WaitUntilSettled().Lines[0].Trim() != "Accept")
                    throw new InvalidOperationException("A benchmark of refused tokens measures nothing.");
            }

            return rig.Answers.Count;
        }
    }
}
