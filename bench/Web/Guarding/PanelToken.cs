using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace HilBench.Web.Guarding;

/// <summary>
/// Where others than this machine may come, a browser must bring a token: once in the address, from then on in a
/// cookie that no script can read.
/// </summary>
internal sealed class PanelToken(string? token)
{
    public const string Parameter = "token";
    public const string Cookie = "hilbench-token";

    private readonly byte[]? _token = token is null ? null : Encoding.UTF8.GetBytes(token);

    public async Task Check(HttpContext context, RequestDelegate next)
    {
        if (_token is null || IsRight(context.Request.Cookies[Cookie]))
        {
            await next(context);
            return;
        }

        if (!IsRight(context.Request.Query[Parameter]))
        {
            await Refusal.Write(context, StatusCodes.Status401Unauthorized,
                "this panel wants the token that hilbench web printed when it began: open the address with ?token=…");
            return;
        }

        context.Response.Cookies.Append(Cookie, context.Request.Query[Parameter]!, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Secure = context.Request.IsHttps,
        });
        // The token leaves the address line, where it could be read over a shoulder or end up in a bookmark.
        context.Response.Redirect(context.Request.Path);
    }

    /// <summary>In constant time: how much of it is right cannot be told from how long the answer takes.</summary>
    private bool IsRight(string? brought) =>
        brought is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(brought), _token);
}
