using System.Text;
using Cucumber.HtmlFormatter;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.PayloadProcessing;

namespace HilBench.Scenarios.Reports;

/// <summary>The page that Cucumber's own formatter makes of messages.</summary>
public static class CucumberPage
{
    /// <summary>Pictures are not wider than the page.</summary>
    private const string Style = "#content details > img { max-width: 100%; }";

    /// <summary>What has changed is read first; the page itself shows the hooks of a run below its scenarios.</summary>
    private const string HooksFirst = """
        #content article { display: flex; flex-direction: column; }
        #content article > section:first-of-type { order: -2; }
        #content article > section:last-of-type { order: -1; }
        """;

    /// <summary>
    /// The page folds pictures; this opens those of steps that did not pass, once: whoever closes one then has it
    /// closed.
    /// </summary>
    private const string Unfold = """
        (() => {
          const content = document.getElementById("content");
          const unfold = () => content.querySelectorAll("details:not([data-seen])").forEach(one => {
            one.dataset.seen = "";
            const step = one.closest("[data-status]");
            if (one.querySelector("img") && step?.dataset.status !== "PASSED") one.open = true;
          });
          new MutationObserver(unfold).observe(content, { childList: true, subtree: true });
          unfold();
        })();
        """;

    public static string TitleOf(string rig, ulong seed) => $"HilBench on rig {rig}, seed {seed}";

    /// <summary>Makes it of messages as they are in a file.</summary>
    /// <param name="to">Gets it.</param>
    /// <param name="title">Of the page.</param>
    /// <param name="messages">One JSON object each.</param>
    public static void Write(Stream to, string title, IEnumerable<string> messages)
    {
        var told = new Dictionary<Envelope, string>(ReferenceEqualityComparer.Instance);
        foreach (var message in messages) told.Add(NdjsonSerializer.Deserialize(message), message);
        Write(to, title, told.Keys, one => [told[one]], tellsChanges: false);
    }

    /// <param name="to">Gets it.</param>
    /// <param name="title">Of the page.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="pieces">What stands in the page for a message, piece by piece.</param>
    /// <param name="tellsChanges">A hook of the run says what has changed.</param>
    internal static void Write(
        Stream to, string title, IEnumerable<Envelope> messages, Func<Envelope, IEnumerable<string>> pieces,
        bool tellsChanges) => WriteAsync(to, title, messages, pieces, tellsChanges).GetAwaiter().GetResult();

    private static async Task WriteAsync(
        Stream to, string title, IEnumerable<Envelope> messages, Func<Envelope, IEnumerable<string>> pieces,
        bool tellsChanges)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true);
        await using var page = new MessagesToHtmlWriter(
            writer,
            async (into, message) =>
            {
                foreach (var piece in pieces(message)) await into.WriteAsync(piece);
            },
            new HtmlReportSettings
            {
                Title = title,
                CustomCss = tellsChanges ? $"{Style}\n{HooksFirst}" : Style,
                CustomScript = Unfold,
            });
        foreach (var message in messages) await page.WriteAsync(message);
    }
}
