using HilBench.Lab.Told;
using HilBench.Recording;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Tests.Told;

public sealed class ResultTapeTests : IDisposable
{
    private static readonly StepCase Step =
        new("Then", StepKind.Then, "the credit is 1 kWh", new Place("f.feature", 4));

    private static readonly ScenarioCase Case = new()
    {
        Feature = "F", Title = "S", Place = new Place("f.feature", 2), Lines = [2], OwnTags = [], Tags = [],
        Steps = [new("Given", StepKind.Given, "a meter", new Place("f.feature", 3)), Step],
    };

    private readonly RecordingShelf _shelf = new();

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public void A_result_arrives_as_it_was_sent()
    {
        var sent = Result(Verdict.Failed) with
        {
            Message = "the credit is 2 kWh",
            Step = Step,
            Attachments = [new Attachment("glass", ["+--+"]) { Picture = "<svg/>", PictureName = "g.svg", Step = 1 }],
            Output = [new OutputLine(0, "said"), new OutputFile(1, "log.txt", [1, 2, 3])],
            Glass = new GlassStory([new GlassPicture(["2 kWh"], TimeSpan.FromMilliseconds(3))], 16, 2, GlassKind.Dots),
            StepTimes = [TimeSpan.FromTicks(7), TimeSpan.FromTicks(9)],
            WallTime = TimeSpan.FromTicks(11),
            Recording = _shelf.Put(new MemoryStream([9, 8, 7], 0, 3, false, publiclyVisible: true)),
        };
        var got = Read(ResultTape.Write(sent));
        Assert.Equal((Verdict.Failed, sent.Message, Step), (got.Verdict, got.Message, got.Step));
        Assert.Equal(Assert.Single(sent.Attachments).Lines, Assert.Single(got.Attachments).Lines);
        var picture = got.Attachments[0];
        Assert.Equal(("<svg/>", "g.svg", 1), (picture.Picture, picture.PictureName, picture.Step));
        Assert.Equal(sent.Output[0], got.Output[0]);
        Assert.Equal((byte[])[1, 2, 3], Assert.IsType<OutputFile>(got.Output[1]).Bytes);
        Assert.Equal(["2 kWh"], got.Glass!.Pictures[0].Lines);
        Assert.Equal(sent.StepTimes, got.StepTimes);
        Assert.Equal(sent.WallTime, got.WallTime);
        using var recording = new MemoryStream();
        got.Recording!.CopyTo(recording);
        Assert.Equal([9, 8, 7], recording.ToArray());
    }

    [Fact]
    public void A_mistake_of_the_bench_arrives_with_its_stack()
    {
        var sent = Result(Verdict.RigFault) with { Message = "InvalidOperationException: no", Cause = Thrown() };
        var text = FailureText.Of(Read(ResultTape.Write(sent)));
        Assert.Contains(text, line => line.Contains(nameof(Thrown), StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_of_the_rig_arrives_without_a_stack()
    {
        var sent = Result(Verdict.RigFault) with { Message = "no answer", Cause = new RigFaultException("no answer") };
        Assert.Equal(2, FailureText.Of(Read(ResultTape.Write(sent))).Count);
    }

    [Theory]
    [InlineData("../../../etc/cron.d/x", "x")]
    [InlineData(@"..\..\x.svg", "x.svg")]
    public void A_file_that_is_called_like_a_path_loses_its_folders(string name, string left)
    {
        var sent = Result(Verdict.Passed) with
        {
            Output = [new OutputFile(0, name, [])],
            Attachments = [new Attachment("", []) { Picture = "<svg/>", PictureName = name }],
        };
        var got = Read(ResultTape.Write(sent));
        Assert.Equal((left, left), (Assert.IsType<OutputFile>(got.Output[0]).Name, got.Attachments[0].PictureName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    public void What_is_no_result_is_none(string text) => Assert.Null(
        ResultTape.Read(System.Text.Encoding.UTF8.GetBytes(text), Case, 1, _shelf));

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("no");
        }
        catch (InvalidOperationException wrong)
        {
            return wrong;
        }
    }

    private ScenarioResult Read(byte[] bytes) => ResultTape.Read(bytes, Case, 1, _shelf)!;

    private static ScenarioResult Result(Verdict verdict) => new()
    {
        Case = Case, Verdict = verdict, Seed = ScenarioSeed.For(1, "f.feature", 2),
    };
}
