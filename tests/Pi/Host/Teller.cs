using System.Globalization;
using HilBench.Roles;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Pi;

/// <summary>
/// Prints a line for each scenario as it begins and ends, and below it what was on its display (the credit and the
/// answers), as our display chip decoded it from the guest's pins.
/// </summary>
internal sealed class Teller(GuestPlan plan) : IRunListener
{
    private const int PicturesInARow = 4;

    public void Started(ScenarioCase scenario) =>
        Screen.Write($"  …                 {plan.Label}  {scenario.Feature}: {scenario.Title}");

    public void Finished(ScenarioResult result) => Screen.Write(
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"  {result.Verdict,-8} {result.WallTime.TotalSeconds,5:0.0} s  {plan.Label}  "
            + $"{result.Case.Feature}: {result.Case.Title}"),
        .. Telling().Chunk(PicturesInARow).SelectMany(Draw),
    ]);

    private IEnumerable<GlassPicture> Telling()
    {
        GlassPicture? last = null;
        foreach (var picture in plan.Pictures)
        {
            var tells = GlassAnswers.Of(picture, plan.Profile) is not null
                || IdleGlass.CreditOn(picture.Lines, plan.Profile) is not null;
            if (!tells || last?.ToString() == picture.ToString()) continue;
            yield return last = picture;
        }
    }

    private IEnumerable<string> Draw(GlassPicture[] row)
    {
        var glasses = row.Select(picture => GlassDrawing.Draw(picture.Lines, plan.Profile.Display.Columns)).ToArray();
        return Enumerable.Range(0, glasses[0].Count)
            .Select(line => "    " + string.Join("  ", glasses.Select(glass => glass[line])));
    }
}
