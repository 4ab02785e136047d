using System.Text;
using System.Text.Json;
using HilBench.Input;
using HilBench.Vending;

namespace HilBench.Cli.Tests.Lines;

/// <summary>Several threads answer as one would.</summary>
public class AnsweringCoresTests
{
    private const int Many = 30_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Answers_come_in_the_order_of_the_lines(int cores)
    {
        var output = new MemoryStream();
        using var writer = new AnswerWriter(output);
        new AnsweringCores(Reader(Many), writer, () => new Echo()).Answer(cores);

        var said = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(Enumerable.Range(0, Many).Select(n => $$"""{"n":{{n}}}"""), said);
        Assert.Equal(0, writer.Finish());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Any_bad_line_makes_exit_code_2(int cores)
    {
        using var writer = new AnswerWriter(new MemoryStream());
        new AnsweringCores(Reader(Many), writer, () => new Echo(bad: Many - 1)).Answer(cores);
        Assert.Equal(2, writer.Finish());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_fault_of_the_bench_is_told_and_nobody_waits_for_the_answer_it_cost(int cores)
    {
        using var writer = new AnswerWriter(new MemoryStream());
        var answering = new AnsweringCores(Reader(Many), writer, () => new Echo(breaksAt: Many / 2));
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => Within(answering, cores));
        Assert.Equal("broken", wrong.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_full_disk_is_told_once_and_ends_it(int cores)
    {
        using var writer = new AnswerWriter(new Refusing(new IOException("No space left on device")));
        var answering = new AnsweringCores(Reader(Many), writer, () => new Echo());
        var wrong = await Assert.ThrowsAsync<SettingsException>(() => Within(answering, cores));
        Assert.Equal("hilbench: cannot write to standard output: No space left on device", wrong.Message);
    }

    [Fact]
    public async Task When_nobody_reads_any_more_it_ends_although_input_is_still_awaited()
    {
        var silent = new SilentAfter(Encoding.UTF8.GetBytes("{\"n\":1}\n"));
        using var writer = new AnswerWriter(new Refusing(new IOException("Broken pipe", hresult: 32)));
        var cores = new AnsweringCores(new LineReader(silent, "test"), writer, () => new Echo());
        await Within(cores, 2);
        Assert.True(writer.IsOver);
        silent.End();
    }

    [Fact]
    public async Task What_was_read_before_a_line_that_does_not_end_is_still_answered()
    {
        var output = new MemoryStream();
        using var writer = new AnswerWriter(output);
        var input = new MemoryStream(Encoding.UTF8.GetBytes("{\"n\":1}\n" + new string('x', 20_000_000)));
        var cores = new AnsweringCores(new LineReader(input, "test"), writer, () => new Echo());
        var wrong = await Assert.ThrowsAsync<SettingsException>(() => Within(cores, 2));
        Assert.StartsWith("test:2: the line is longer than 16 MB", wrong.Message);
        Assert.Equal("{\"n\":1}\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    /// <summary>A thread that waits for ever must not hang the test.</summary>
    private static Task Within(AnsweringCores answering, int cores)
    {
        var stop = TestContext.Current.CancellationToken;
        return Task.Run(() => answering.Answer(cores), stop).WaitAsync(Patience, stop);
    }

    private static LineReader Reader(int lines)
    {
        var text = string.Concat(Enumerable.Range(0, lines).Select(n => $"{{\"n\":{n}}}\n"));
        return new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), "test");
    }

    /// <summary>Says each number again, and takes longer for some, so that threads overtake one another.</summary>
    private sealed class Echo(int bad = -1, int breaksAt = -1) : LineAnswerer
    {
        protected override bool Answer(JsonFields line, Utf8JsonWriter answer)
        {
            var n = line.Whole("n", 0, Many);
            if (n == breaksAt) throw new InvalidOperationException("broken");
            if (n % 5000 == 0) Thread.Sleep(3);
            answer.WriteNumber("n", n);
            return n != bad;
        }
    }

    private sealed class Refusing(IOException wrong) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw wrong;
    }

    /// <summary>Some input, and then nothing for as long as the test lasts.</summary>
    private sealed class SilentAfter(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly ManualResetEventSlim _end = new();

        public override int Read(Span<byte> buffer)
        {
            var count = base.Read(buffer);
            if (count == 0) _end.Wait();
            return count;
        }

        public void End() => _end.Set();
    }
}
