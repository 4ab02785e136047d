using HilBench.Scenarios;
using HilBench.Web.Hand;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Text = HilBench.Web.Words.Text;

namespace HilBench.Web.Parts;

/// <summary>A part of a page by which the meter is driven. Where another page drives, its buttons are dead.</summary>
public abstract class Driving : Watching
{
    [Inject]
    internal IStringLocalizer<Text> L { get; set; } = null!;

    /// <summary>Nothing can be done here: another page drives, a run has the rig, or the rig is not there.</summary>
    protected bool IsDead => View.State != SessionState.Ready || !Hands.IsFreeFor(Viewer);

    /// <summary>Nothing can be done here, or this rig cannot do it.</summary>
    protected bool Lacks(string capability) => IsDead || !View.Is(capability);

    internal async Task Say(StepKind kind, string text)
    {
        if (Drives()) await Session.Say(new SaidStep(kind, text));
    }

    internal async Task Say(SaidStep step)
    {
        if (Drives()) await Session.Say(step);
    }

    protected Task Happens(string text) => Say(StepKind.When, text);
}
