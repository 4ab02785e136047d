using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>What only a lab needs costs nobody else anything.</summary>
public sealed class LoadedLibrariesTests : TempFolder
{
    [Theory]
    [InlineData("HilBench.Simulation", "simulate --lives 1")]
    [InlineData("HilBench.Campaign", "campaign eskom --meters 1 --out out")]
    [InlineData("HilBench.Runs", "run nothing.feature")]
    public void Without_nats_nothing_of_the_lab_is_loaded(string needed, string words)
    {
        var loaded = Loaded(words);
        Assert.Contains(needed, loaded);
        Assert.DoesNotContain("HilBench.Lab", loaded);
        Assert.DoesNotContain(loaded, name => name.StartsWith("NATS.", StringComparison.Ordinal));
    }

    [Fact]
    public void With_nats_it_is()
    {
        Assert.Contains("NATS.Client.Core", Loaded("simulate --lives 1 --nats nats://127.0.0.1:1"));
    }

    private string[] Loaded(string words)
    {
        var list = Path.Combine(Folder, "loaded");
        var hook = Path.Combine(AppContext.BaseDirectory, "HilBench.Cli.Tests.dll");
        HilbenchProcess.Shell(
            Folder, $"DOTNET_STARTUP_HOOKS='{hook}' {StartupHook.Place}='{list}' {HilbenchProcess.InShell} {words}");
        return File.ReadAllLines(list);
    }
}
