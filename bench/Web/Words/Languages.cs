using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace HilBench.Web.Words;

/// <summary>The languages of the page, and how a reader chooses one.</summary>
internal static class Languages
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Code and own name.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> All =
        [("en", "English"), ("de", "Deutsch"), ("sw", "Kiswahili")];

    /// <summary>The code of the language of this page; its culture knows no more than its name.</summary>
    public static string Current => CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : "en";

    /// <summary>What the reader chose, else what the browser asks for, else English.</summary>
    public static RequestLocalizationOptions Options()
    {
        return new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(
                CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en")),
            SupportedUICultures = [.. All.Select(one => CultureInfo.GetCultureInfo(one.Code))],
            // Numbers and dates look as in features, in every language.
            SupportedCultures = [CultureInfo.InvariantCulture],
        };
    }

    /// <summary>A link of the page leads here, and back with the choice in a cookie.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/language/{code}", Choose);

    private static IResult Choose(string code, HttpContext context)
    {
        if (All.Any(one => one.Code == code))
        {
            var value = CookieRequestCultureProvider.MakeCookieValue(
                new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(code)));
            context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value, new CookieOptions
            {
                SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Remembered,
            });
        }

        return Results.LocalRedirect("/");
    }
}
