using Microsoft.AspNetCore.Http;

namespace HilBench.Web.Guarding;

/// <summary>A request that is not answered, and why, in one line of text.</summary>
internal static class Refusal
{
    public static Task Write(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("refused: " + why + "\n", context.RequestAborted);
    }
}
