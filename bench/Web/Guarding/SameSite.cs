using System.Net;
using Microsoft.AspNetCore.Http;

namespace HilBench.Web.Guarding;

/// <summary>
/// Lets no other web site drive the bench. A name in the Host header that is not this machine's may be one that an
/// attacker points here (DNS rebinding); an Origin that differs from it is another site's page.
/// </summary>
/// <param name="isOpenToOthers">The panel listens on an address that other machines reach.</param>
/// <param name="machine">The name of this machine.</param>
internal sealed class SameSite(bool isOpenToOthers, string machine)
{
    public Task Check(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host;
        if (!IsOurs(host.Host))
        {
            return Refusal.Write(context, StatusCodes.Status421MisdirectedRequest,
                "the address names another host; use " + (isOpenToOthers ? "this machine's address" : "localhost"));
        }

        var origins = context.Request.Headers.Origin;
        return origins.All(origin => IsSame(origin, context.Request))
            ? next(context)
            : Refusal.Write(context, StatusCodes.Status403Forbidden, "another web site asked for it");
    }

    /// <summary>An address cannot be pointed elsewhere, so any is good where any may come.</summary>
    private bool IsOurs(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return true;
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return isOpenToOthers || IPAddress.IsLoopback(address);
        return isOpenToOthers && host.Equals(machine, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSame(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && from.Scheme == request.Scheme
        && HostString.FromUriComponent(from).Equals(request.Host);
}
