using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace HilBench.Web.Words;

/// <summary>The languages of the page, and how a reader chooses one.</summary>
internal static class Languages
{
    /// <summary>The keys of the resource files are its words.</summary>
    public const string OfTheKeys = "en";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Code and own name.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> All =
        [(OfTheKeys, "English"), ("de", "Deutsch"), ("sw", "Kiswahili")];

    /// <summary>The code of the language of this page; its culture knows no more than its name.</summary>
    public static string Current => CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : OfTheKeys;

    /// <summary>What the reader chose, else what the browser asks for, else English.</summary>
    public static RequestLocalizationOptions Options() => new()
    {
        DefaultRequestCulture = new RequestCulture(
            CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(OfTheKeys)),
        SupportedUICultures = [.. All.Select(one => CultureInfo.GetCultureInfo(one.Code))],
        // Numbers and dates look as in features, in every language.
        SupportedCultures = [CultureInfo.InvariantCulture],
        RequestCultureProviders =
        [
            new CookieRequestCultureProvider(),
            new CustomRequestCultureProvider(context => Task.FromResult(Asked(context))),
        ],
    };

    /// <summary>Of what the browser asks for, the first that there is; the country does not matter.</summary>
    private static ProviderCultureResult? Asked(HttpContext context)
    {
        var code = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1)
            .Select(one => one.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(code => All.Any(one => one.Code == code));
        return code is null ? null : new ProviderCultureResult("", code);
    }

    /// <summary>Links at the top of a page lead here. A cookie keeps the choice, and the page comes again.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/language/{code}", Choose);

    private static IResult Choose(string code, string? back, HttpContext context)
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

        var page = "/" + back;
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(page) ? page : "/");
    }
}
