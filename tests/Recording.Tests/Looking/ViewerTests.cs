using System.Diagnostics;
using System.Text;

namespace HilBench.Recording.Tests.Looking;

/// <summary>Programs that are not ours read it: GTKWave's, and sigrok's, which PulseView is built on.</summary>
public sealed class ViewerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-vcd-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void GTKWave_reads_every_level_and_every_text()
    {
        Assert.SkipUnless(IsThere("vcd2fst") && IsThere("fst2vcd"), "needs vcd2fst and fst2vcd (Debian: gtkwave)");
        using var taped = Taped.Usual();
        var ours = Waves.FileOf(taped.Read());
        var theirs = Waves.Of(ThroughGtkWave(ours));
        var mine = Waves.Of(ours);
        Assert.Equal(mine.Names.Order(), theirs.Names.Order());
        // What is said twice at time 0 is said once by them.
        foreach (var name in mine.Names) Assert.Equal(mine[name].Reverse().SkipLast(1), Beyond(theirs, name, mine));
        Assert.Contains("1000000: 2 When somebody types \"12\"", theirs["scenario.step"]);
        Assert.Contains("100000: 0.0 kWh ", theirs["scenario.glass_1"]);
    }

    [Fact]
    public void GTKWave_sees_unknown_levels_in_a_gap()
    {
        Assert.SkipUnless(IsThere("vcd2fst") && IsThere("fst2vcd"), "needs vcd2fst and fst2vcd (Debian: gtkwave)");
        var theirs = Waves.Of(ThroughGtkWave(Waves.FileOf(Taped.Read(Taped.WithGap()))));
        Assert.Equal(["0: 0", "10001: x", "90000: 1"], theirs["keypad.ROW2"]);
    }

    [Fact]
    public void Sigrok_reads_every_level_and_passes_over_texts()
    {
        Assert.SkipUnless(IsThere("sigrok-cli"), "needs sigrok-cli");
        using var taped = Taped.Usual();
        File.WriteAllBytes(PathOf("a.vcd"), Waves.FileOf(taped.Read()));
        var said = Output("sigrok-cli", "-i", "a.vcd", "-I", "vcd", "-O", "vcd");
        var begin = said.IndexOf("#0", StringComparison.Ordinal);
        var theirs = Waves.Of(Encoding.UTF8.GetBytes(said[..begin] + said[begin..].Replace(' ', '\n')));
        Assert.Equal(["0: 1"], theirs["libsigrok.MAINS"]);
        Assert.Equal(["0: 0", "1010000: 1"], theirs["libsigrok.ROW1"]);
        Assert.Equal(["0: 0", "1010000: 1", "1010005: 0"], theirs["libsigrok.LCD_E"]);
    }

    private static IEnumerable<string> Beyond(Waves theirs, string name, Waves mine) =>
        theirs[name].Reverse().Take(mine[name].Count() - 1);

    private byte[] ThroughGtkWave(byte[] vcd)
    {
        File.WriteAllBytes(PathOf("a.vcd"), vcd);
        Output("vcd2fst", "a.vcd", "a.fst");
        Output("fst2vcd", "-f", "a.fst", "-o", "back.vcd");
        return File.ReadAllBytes(PathOf("back.vcd"));
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private string Output(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {errors.GetAwaiter().GetResult()}");
        return output;
    }
}
