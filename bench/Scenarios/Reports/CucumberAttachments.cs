using System.Text;
using HilBench.Recording;
using HilBench.Scenarios.Running;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.PayloadProcessing;

namespace HilBench.Scenarios.Reports;

/// <summary>What was attached to a scenario, as Cucumber messages, each under the step it belongs to.</summary>
/// <param name="run">The run.</param>
/// <param name="pictures">Those that the report draws.</param>
/// <param name="bodies">
/// Gets the bytes of files. Their messages have an empty body meanwhile: as base64 they would be held twice.
/// </param>
internal sealed class CucumberAttachments(
    RunRecord run, ReportPictures pictures, Dictionary<Envelope, byte[]> bodies)
{
    private const string PlainText = "text/x.cucumber.log+plain";

    /// <summary>The page makes a link of each line.</summary>
    private const string Links = "text/uri-list";
    private const string Svg = "image/svg+xml";

    /// <summary>For programs of their own; a page cannot show them.</summary>
    private static readonly string[] Linked = [FlightRecording.Ending, ".vcd"];

    private readonly ScenarioFiles _files = new(run, pictures);

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="result">Whose attachments.</param>
    /// <param name="step">Counted from 0; -1 before the first, as many as there are after the last.</param>
    /// <param name="isWrong">What a scenario shows of itself when it did not pass stands where it went wrong.</param>
    public static bool Any(ScenarioResult result, int step, bool isWrong) =>
        OutputOf(result, step).Any() || AttachmentsOf(result, step, isWrong).Any();

    public IEnumerable<Envelope> Of(
        ScenarioResult result, int step, bool isWrong, (string TestCase, string TestStep) owner, Timestamp time)
    {
        if (result.Where is { } place && Tells(place, result, step, isWrong))
            yield return Text(place.InWords, owner, time);
        if (isWrong && run.Changes?.Of(result.Case) is { } change) yield return Text(change, owner, time);
        List<string> links = [];
        foreach (var part in OutputOf(result, step))
        {
            if (part is OutputFile file && ReportPictures.IsPicture(file) && !pictures.AreEmbedded(result))
                links.AddRange(_files.Of(result.Case).Where(one => ReferenceEquals(one.Source, file)).Select(UriOf));
            else yield return Message(part, owner, time);
        }

        var attachments = AttachmentsOf(result, step, isWrong).ToLookup(one => one.Picture is not null);
        foreach (var one in attachments[true]) yield return Message(one, owner, time);
        if (Drawn(result, step, isWrong) && pictures.AreEmbedded(result))
        {
            foreach (var one in pictures.Of(result)) yield return Picture(one.Title, one.Svg, owner, time);
        }

        foreach (var one in attachments[false]) yield return Message(one, owner, time);
        if (Drawn(result, step, isWrong)) links.AddRange(LinksOf(result));
        if (links.Count > 0)
        {
            yield return Message(
                string.Join('\n', links), AttachmentContentEncoding.IDENTITY, null, Links, owner, time);
        }
    }

    /// <summary>What belongs to no scenario but to a hook of the run.</summary>
    public static Envelope OfRun(IReadOnlyList<string> lines, string hook, Timestamp time) =>
        Envelope.Create(new Io.Cucumber.Messages.Types.Attachment(
            string.Join('\n', lines.Select(line => Printable.Line(line))), AttachmentContentEncoding.IDENTITY, null,
            PlainText, null, null, null, null, null, hook, time));

    /// <summary>In a lab each scenario says where it ran; on one bench, those that did not pass.</summary>
    private static bool Tells(RunPlace place, ScenarioResult result, int step, bool isWrong) =>
        Drawn(result, step, isWrong) && (isWrong || place.Bench.Length > 0);

    /// <summary>Pictures stand at the step that went wrong, or at the last one.</summary>
    private static bool Drawn(ScenarioResult result, int step, bool isWrong) =>
        result.Verdict == Verdict.Passed ? step == result.Case.Steps.Count - 1 : isWrong;

    private IEnumerable<string> LinksOf(ScenarioResult result) => _files.Of(result.Case)
        .Where(file => file.IsOurs && (Linked.Contains(Path.GetExtension(file.Path))
            || (Path.GetExtension(file.Path) == ".svg" && !pictures.AreEmbedded(result))))
        .Select(UriOf);

    /// <summary>From the page to the file, whatever letters its name has.</summary>
    private static string UriOf(ReportFile file) => string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));

    private static IEnumerable<OutputPart> OutputOf(ScenarioResult result, int step) =>
        result.Output.Where(part => part.Step == step);

    private static IEnumerable<Attachment> AttachmentsOf(ScenarioResult result, int step, bool isWrong) =>
        result.Verdict != Verdict.Passed ? isWrong ? result.Attachments : []
        : result.Attachments.Where(one => one.Step == step);

    private Envelope Message(OutputPart part, (string TestCase, string TestStep) owner, Timestamp time)
    {
        if (part is OutputLine line) return Text(line.Text, owner, time);
        var file = (OutputFile)part;
        var (name, type) = (Printable.Line(file.Name), TypeOf(file.Name));
        // The page reads base64 letter by letter, as if no text had any but those of English.
        if (IsText(type) && Utf8Of(file.Bytes) is { } text)
            return Message(text, AttachmentContentEncoding.IDENTITY, name, type, owner, time);
        var message = Message("", AttachmentContentEncoding.BASE64, name, type, owner, time);
        bodies.Add(message, file.Bytes);
        return message;
    }

    private static string TypeOf(string name) => Path.GetExtension(name) is var ending
        && ending.Equals(".log", StringComparison.OrdinalIgnoreCase)
            ? "text/plain" : FileExtensionToMimeTypeMap.GetMimeType(ending);

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml";

    /// <summary>Null when it is none.</summary>
    private static string? Utf8Of(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Envelope Message(Attachment one, (string TestCase, string TestStep) owner, Timestamp time)
    {
        if (one.Picture is { } picture) return Picture(one.Title, picture, owner, time);
        var lines = string.Join('\n', one.Lines);
        return Text(one.Title.Length == 0 ? lines : $"{one.Title}\n{lines}", owner, time);
    }

    private static Envelope Picture(
        string title, string svg, (string TestCase, string TestStep) owner, Timestamp time) => Message(
        Convert.ToBase64String(Encoding.UTF8.GetBytes(svg)), AttachmentContentEncoding.BASE64, $"{title}.svg", Svg,
        owner, time);

    private static Envelope Text(string text, (string TestCase, string TestStep) owner, Timestamp time) =>
        Message(text, AttachmentContentEncoding.IDENTITY, null, PlainText, owner, time);

    private static Envelope Message(
        string body, AttachmentContentEncoding encoding, string? name, string type,
        (string TestCase, string TestStep) owner, Timestamp time) =>
        Envelope.Create(new Io.Cucumber.Messages.Types.Attachment(
            body, encoding, name, type, null, owner.TestCase, owner.TestStep, null, null, null, time));
}
