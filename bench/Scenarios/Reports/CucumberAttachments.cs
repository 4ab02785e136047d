using System.Text;
using HilBench.Scenarios.Running;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.PayloadProcessing;

namespace HilBench.Scenarios.Reports;

/// <summary>What was attached to a scenario, as Cucumber messages, each under the step it belongs to.</summary>
/// <param name="bodies">
/// Gets the bytes of files. Their messages have an empty body meanwhile: as base64 they would be held twice.
/// </param>
internal sealed class CucumberAttachments(Dictionary<Envelope, byte[]> bodies)
{
    private const string PlainText = "text/x.cucumber.log+plain";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="result">Whose attachments.</param>
    /// <param name="step">Counted from 0; -1 before the first, as many as there are after the last.</param>
    /// <param name="isWrong">What a scenario shows of itself when it did not pass stands where it went wrong.</param>
    public static bool Any(ScenarioResult result, int step, bool isWrong) =>
        OutputOf(result, step).Any() || AttachmentsOf(result, step, isWrong).Any();

    public IEnumerable<Envelope> Of(
        ScenarioResult result, int step, bool isWrong, (string TestCase, string TestStep) owner, Timestamp time)
    {
        foreach (var part in OutputOf(result, step)) yield return Message(part, owner, time);
        foreach (var one in AttachmentsOf(result, step, isWrong)) yield return Message(one, owner, time);
    }

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
        if (one.Picture is { } picture)
        {
            return Message(
                Convert.ToBase64String(Encoding.UTF8.GetBytes(picture)), AttachmentContentEncoding.BASE64,
                $"{one.Title}.svg", "image/svg+xml", owner, time);
        }

        var lines = string.Join('\n', one.Lines);
        return Text(one.Title.Length == 0 ? lines : $"{one.Title}\n{lines}", owner, time);
    }

    private static Envelope Text(string text, (string TestCase, string TestStep) owner, Timestamp time) =>
        Message(text, AttachmentContentEncoding.IDENTITY, null, PlainText, owner, time);

    private static Envelope Message(
        string body, AttachmentContentEncoding encoding, string? name, string type,
        (string TestCase, string TestStep) owner, Timestamp time) =>
        Envelope.Create(new Io.Cucumber.Messages.Types.Attachment(
            body, encoding, name, type, null, owner.TestCase, owner.TestStep, null, null, null, time));
}
