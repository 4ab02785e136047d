using HilBench.Web.Hand;
using HilBench.Web.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HilBench.Web.Runs;

/// <summary>What the panel needs for its runs and their history.</summary>
internal static class RunParts
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ReportShelf>();
        services.AddSingleton<HistoryDesk>();
        services.AddSingleton<IRigHolder, HandRigHolder>();
        services.AddSingleton<RunDesk>();
    }

    public static void Map(IEndpointRouteBuilder routes) => ReportRoutes.Map(routes);
}

/// <summary>
/// The meter that is driven by hand makes room where there is one set of pins. On an emulated rig both go on at once:
/// every scenario has a rig of its own there.
/// </summary>
internal sealed class HandRigHolder(WebSettings settings, HandSession session) : IRigHolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public RigLease TakeForRun(string why)
    {
        if (settings.Plan.MostAtOnce == int.MaxValue) return new RigLease(null, null);
        var lent = session.Lend(why);
        var lease = new Lease(session);
        if (lent.Wait(Patience)) return new RigLease(lease, null);
        // The session will come to it some time, and then shall have the rig back.
        lease.Dispose();
        return new RigLease(null, "the meter is busy with a step by hand; stop that first");
    }

    private sealed class Lease(HandSession session) : IDisposable
    {
        public void Dispose() => session.TakeBackTheRig();
    }
}
