using System.Globalization;
using HilBench.Rig;
using HilBench.Rig.Roles;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Pi;

/// <summary>
/// A line for each scenario as it begins and ends, and under it what stood on its glass: the credit and the answers,
/// as our display chip made them out of the guest's pins.
/// </summary>
internal sealed class Teller(GuestPlan plan) : IRunListener
{
    private const int PicturesInARow = 4;

    public void Started(ScenarioCase scenario) => Console.WriteLine($"  …        {scenario.Feature}: {scenario.Title}");

    public void Finished(ScenarioResult result)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {result.Verdict,-8} {result.WallTime.TotalSeconds,5:0.0} s  "
            + $"{result.Case.Feature}: {result.Case.Title}"));
        foreach (var row in Telling().Chunk(PicturesInARow)) Draw(row);
    }

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

    private void Draw(GlassPicture[] row)
    {
        var glasses = row.Select(picture => GlassDrawing.Draw(picture.Lines, plan.Profile.Display.Columns)).ToArray();
        for (var line = 0; line < glasses[0].Count; line++)
            Console.WriteLine("    " + string.Join("  ", glasses.Select(glass => glass[line])));
    }
}
