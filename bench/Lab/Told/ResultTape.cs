using System.Text.Json;
using HilBench.Recording;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Told;

/// <summary>A result of a scenario on its way from a bench to whoever wanted it.</summary>
internal sealed record ResultTape
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Verdict Verdict { get; init; }

    public string? Message { get; init; }

    public int? Step { get; init; }

    /// <summary>The stack of a mistake of the bench itself.</summary>
    public string? Stack { get; init; }

    /// <summary>The rig was found wrong, and not the program.</summary>
    public bool IsOfRig { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public IReadOnlyList<TapedOutput> Output { get; init; } = [];

    public GlassStory? Glass { get; init; }

    public IReadOnlyList<TimeSpan> StepTimes { get; init; } = [];

    public TimeSpan WallTime { get; init; }

    public byte[]? Recording { get; init; }

    /// <summary>A result as bytes.</summary>
    public static byte[] Write(ScenarioResult result)
    {
        using var recording = new MemoryStream();
        result.Recording?.CopyTo(recording);
        var step = result.Step is { } wrong ? result.Case.Steps.ToList().IndexOf(wrong) : -1;
        return JsonSerializer.SerializeToUtf8Bytes(
            new ResultTape
            {
                Verdict = result.Verdict,
                Message = result.Message,
                Step = step < 0 ? null : step,
                Stack = result.Verdict == Verdict.RigFault ? result.Cause?.StackTrace : null,
                IsOfRig = result.Cause is RigFaultException,
                Attachments = result.Attachments,
                Output = [.. result.Output.Select(TapedOutput.Of)],
                Glass = result.Glass,
                StepTimes = result.StepTimes,
                WallTime = result.WallTime,
                Recording = result.Recording is null ? null : recording.ToArray(),
            },
            Json);
    }

    /// <summary>The result; null when the bytes are none.</summary>
    /// <param name="bytes">What a bench sent.</param>
    /// <param name="scenario">The scenario it is of.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="shelf">Where its recording goes; null = it is not wanted.</param>
    public static ScenarioResult? Read(byte[]? bytes, ScenarioCase scenario, ulong seed, RecordingShelf? shelf)
    {
        if (bytes is null) return null;
        try
        {
            return JsonSerializer.Deserialize<ResultTape>(bytes, Json)?.Result(scenario, seed, shelf);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ScenarioResult Result(ScenarioCase scenario, ulong seed, RecordingShelf? shelf) => new()
    {
        Case = scenario,
        Verdict = Verdict,
        Seed = scenario.Seed(seed),
        Message = Message,
        Step = Step is { } at && at < scenario.Steps.Count ? scenario.Steps[at] : null,
        Cause = Verdict != Verdict.RigFault ? null
            : IsOfRig ? new RigFaultException(Message ?? "") : new BenchMistakeException(Message ?? "", Stack),
        Attachments = [.. Attachments.Select(one => one with { PictureName = TapedOutput.NameOf(one.PictureName) })],
        Output = [.. Output.Select(one => one.Part())],
        Glass = Glass,
        StepTimes = StepTimes,
        WallTime = WallTime,
        Recording = Recording is null || shelf is null ? null : Shelved(shelf, Recording),
    };

    private static KeptRecording Shelved(RecordingShelf shelf, byte[] bytes)
    {
        using var whole = new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
        return shelf.Put(whole);
    }
}

/// <summary>A line or a file that a step has handed over.</summary>
internal sealed record TapedOutput(int Step, string Text, byte[]? File)
{
    public static TapedOutput Of(OutputPart part) => part switch
    {
        OutputLine line => new TapedOutput(line.Step, line.Text, null),
        OutputFile file => new TapedOutput(file.Step, file.Name, file.Bytes),
        _ => throw new ArgumentException($"{part.GetType().Name} cannot be sent", nameof(part)),
    };

    /// <summary>A name from the bus is no path.</summary>
    public static string NameOf(string name) => Path.GetFileName(name.Replace('\\', '/'));

    public OutputPart Part() => File is { } bytes
        ? new OutputFile(Step, NameOf(Text), bytes) : new OutputLine(Step, Text);
}

/// <summary>A mistake of the program on another bench, with the stack it had there.</summary>
internal sealed class BenchMistakeException(string message, string? stack) : Exception(message)
{
    public override string? StackTrace => stack;
}
