using BenchmarkDotNet.Attributes;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Benchmarks;

/// <summary>
/// A virtual year: the load follows the same curve every day (night, morning, midday, evening), and one token is keyed
/// in each week. About 3,500 kWh are used, and the meter saves after each 100 Wh.
/// </summary>
public class YearBenchmarks
{
    private const int Weeks = 52;

    private static readonly (int Hours, Watts Power)[] Day =
        [(6, new Watts(150)), (3, new Watts(900)), (8, new Watts(250)), (5, new Watts(1000)), (2, new Watts(300))];

    private readonly IReadOnlyList<TokenNumber> _tokens = BenchMeter.WeeklyTokens(Weeks);

    [Benchmark(Baseline = true)]
    public decimal AYearOnTheModelAlone() => Live(BenchMeter.ModelAlone());

    [Benchmark]
    public decimal AYearThroughThePins() => Live(BenchMeter.OnPins(1));

    private decimal Live(IMeterRig rig)
    {
        using (rig)
        {
            foreach (var token in _tokens)
            {
                foreach (var digit in token.ToString()) rig.Keypad.Press(digit);
                rig.Keypad.Press('#');
                for (var day = 0; day < 7; day++)
                {
                    foreach (var (hours, power) in Day)
                    {
                        rig.Load.Draw(power);
                        rig.Clock.Wait(TimeSpan.FromHours(hours));
                    }
                }
            }

            var left = rig.Stored!.Registers.Credit.Shown.Kwh;
            return left > 0 ? left : throw new InvalidOperationException("The house went dark: nothing was proved.");
        }
    }
}
