using HilBench.Physical;
using HilBench.Physical.Ports;
using HilBench.TokenPort.Links;

namespace HilBench.RigFiles;

/// <summary>
/// What a run remembers of a cable between scenarios: one that was there and is gone is waited for, once; when it does
/// not come back, the rest of the run is told so at once. One scenario at a time, so nothing is locked.
/// </summary>
internal sealed class CableWatch
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);

    private bool _wasThere;
    private string? _gone;

    /// <exception cref="LinkLostException">It was never there, or did not come back.</exception>
    public PanelOnPort Open(PanelPlan plan)
    {
        if (_gone is { } gone) throw new LinkLostException(plan.Port, gone);
        var clock = new WallClock();
        while (true)
        {
            plan.Stop.ThrowIfCancellationRequested();
            try
            {
                var panel = PanelOnPort.Open(plan.OnPort);
                _wasThere = true;
                return panel;
            }
            catch (LinkLostException) when (_wasThere && clock.Now < plan.ReconnectPatience)
            {
                clock.Wait(Retry);
            }
            catch (LinkLostException lost) when (_wasThere)
            {
                _gone = $"waited {plan.ReconnectPatience.TotalSeconds:0} s for the cable to come back";
                throw new LinkLostException(plan.Port, _gone, lost);
            }
        }
    }
}
