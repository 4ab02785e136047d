using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HilBench.Cli.Tests.Browser;

/// <summary>What a person sees of a page, and what the page wanted from elsewhere.</summary>
/// <param name="Pictures">From the top to the bottom.</param>
/// <param name="Links">Where they lead to, as the browser understands them.</param>
/// <param name="Headings">From the top to the bottom.</param>
/// <param name="Text">All that can be read.</param>
/// <param name="Requests">What it wanted from outside its own file; the browser let none pass.</param>
internal sealed partial record LookedAt(
    IReadOnlyList<SeenPicture> Pictures, IReadOnlyList<string> Links, IReadOnlyList<string> Headings, string Text,
    IReadOnlyList<string> Requests)
{
    /// <summary>The browser reports, and refuses, whatever is not in the file itself.</summary>
    private const string Guard = """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:;
         style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval'">
        <script>
        window.requests = [];
        document.addEventListener("securitypolicyviolation", one => window.requests.push(one.blockedURI));
        </script>
        """;

    private const string Look = """
        <script>
        setTimeout(() => {
          const top = one => one.getBoundingClientRect().top;
          const seen = {
            pictures: [...document.querySelectorAll("img")].map(one => ({
              title: one.closest("details")?.querySelector("summary").innerText,
              isOpen: one.closest("details")?.open, width: one.naturalWidth, shown: one.getBoundingClientRect().width,
              status: one.closest("[data-status]")?.dataset.status })),
            links: [...document.querySelectorAll("#content a")].map(one => one.href),
            headings: [...document.querySelectorAll("article > section > h2")].sort((a, b) => top(a) - top(b))
              .map(one => one.innerText),
            text: document.getElementById("content").innerText,
            requests: window.requests };
          const bytes = new TextEncoder().encode(JSON.stringify(seen));
          const letters = Array.from(bytes, one => String.fromCharCode(one)).join("");
          document.body.dataset.seen = "seen:" + btoa(letters) + ";";
        }, 5000);
        </script>
        """;

    /// <param name="page">A copy of it is opened, in the same folder.</param>
    /// <param name="more">Added to the end of the copy.</param>
    public static async Task<LookedAt> Open(string page, string more = "")
    {
        var text = await File.ReadAllTextAsync(page);
        var copy = page + ".looked-at.html";
        await File.WriteAllTextAsync(
            copy,
            text.Replace("<head>", $"<head>{Guard}", StringComparison.Ordinal)
                .Replace("</body>", $"{more}{Look}</body>", StringComparison.Ordinal));
        var dom = await Chromium.Open(copy, Path.Combine(Path.GetDirectoryName(page)!, ".chromium"));
        var seen = Seen().Match(dom);
        Assert.True(seen.Success, "the page did not come to its end");
        return JsonSerializer.Deserialize<LookedAt>(
            Encoding.UTF8.GetString(Convert.FromBase64String(seen.Groups[1].Value)), JsonSerializerOptions.Web)!;
    }

    [GeneratedRegex("data-seen=\"seen:([^;]*);\"")]
    private static partial Regex Seen();
}

/// <summary>A picture of a page.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="IsOpen">It is unfolded.</param>
/// <param name="Width">How wide it is in itself; 0 when it cannot be drawn.</param>
/// <param name="Shown">How wide it is on the page; 0 when nobody sees it.</param>
/// <param name="Status">Of its step.</param>
internal sealed record SeenPicture(string Title, bool IsOpen, int Width, double Shown, string Status);
