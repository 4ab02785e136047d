using HilBench.Scenarios.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HilBench.Web.Runs;

/// <summary>
/// Hands out the files of reports. They hold texts and pictures of a lab, so none of them can do anything to the panel:
/// a browser gives each an origin of its own, and only the page of the report may run its script there.
/// </summary>
internal static class ReportRoutes
{
    /// <summary>The page has a form to search in, which is sent nowhere.</summary>
    private const string Page =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
        + "font-src data:; media-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; "
        + "sandbox allow-scripts allow-forms";

    private const string Picture =
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; "
        + "sandbox";

    /// <summary>What a browser shows; all else it saves.</summary>
    private static readonly Dictionary<string, string> Shown = new(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".txt"] = "text/plain; charset=utf-8",
    };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/reports/{id}/{**file}", (string id, string? file, ReportShelf shelf, HttpContext context) =>
        {
            if (shelf.FileOf(id, file ?? "") is not { } path) return Results.NotFound();
            var isPage = file == CucumberReports.PageName;
            context.Response.Headers.ContentSecurityPolicy = isPage ? Page : Picture;
            if (isPage) return Results.File(path, "text/html; charset=utf-8");
            return Shown.TryGetValue(Path.GetExtension(path), out var type)
                ? Results.File(path, type)
                : Results.File(path, "application/octet-stream", Path.GetFileName(path));
        });
}
