using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HilBench.Web.Hand;

/// <summary>A page that is closed, or whose network is gone, does not keep the hands.</summary>
internal sealed class ViewerLeaves(Hands hands, Viewer viewer) : CircuitHandler
{
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        hands.LetGo(viewer);
        return Task.CompletedTask;
    }
}
