using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HilBench.Lab.Tests.Deployment;

/// <summary>The units of systemd and the file for a container, as far as they can be judged without running.</summary>
public partial class UnitTests
{
    private const string Systemd = "/usr/bin/systemd-analyze";

    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "deploy");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hilbench-nats.service", "hilbench-nats.service")]
    [InlineData("hilbench-lab@.service", "hilbench-lab@bench-1.service")]
    public async Task Systemd_finds_nothing_wrong_with_a_unit_and_little_that_it_could_do_to_the_machine(
        string unit, string instance)
    {
        Assert.SkipUnless(File.Exists(Systemd), "systemd is not installed");
        var folder = Directory.CreateTempSubdirectory("hilbench-unit-").FullName;
        try
        {
            // A program that is not installed here would be an error.
            var text = await File.ReadAllTextAsync(Path.Combine(Shipped, unit), Cancel);
            text = ProgramOfAUnit().Replace(text, "/bin/true ");
            var file = Path.Combine(folder, instance);
            await File.WriteAllTextAsync(file, text, Cancel);
            Assert.Equal((0, ""), await Analyze("verify", "--man=no", file));
            var (code, said) = await Analyze("security", "--offline=true", "--threshold=20", "--no-pager", file);
            Assert.True(code == 0, said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_container_has_a_pinned_version_what_the_configuration_names_and_no_root()
    {
        var compose = await File.ReadAllTextAsync(Path.Combine(Shipped, "compose.yaml"), Cancel);
        var configuration = await File.ReadAllTextAsync(Path.Combine(Shipped, "nats-server.conf"), Cancel);
        Assert.Matches(@"image: docker\.io/library/nats:2\.\d+\.\d+-alpine\n", compose);
        Assert.Matches(@"user: ""\$\{BROKER_USER:\?", compose);
        var named = FileOfTheConfiguration().Matches(configuration).Select(one => one.Groups[1].Value).ToArray();
        Assert.Equal(["server.pem", "server.key", "users.conf"], named);
        Assert.All(named.Append("nats-server.conf"), file =>
            Assert.Contains($"- ./{file}:/etc/hilbench-nats/{file}:ro\n", compose));
        Assert.Contains(":/var/lib/hilbench-nats\n", compose);
        Assert.Contains("store_dir: \"/var/lib/hilbench-nats\"", configuration);
    }

    /// <summary>The exit code, and what it said and complained about.</summary>
    private static async Task<(int Code, string Said)> Analyze(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Systemd, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    [GeneratedRegex(@"/(usr/sbin/nats-server|opt/hilbench/hilbench) ")]
    private static partial Regex ProgramOfAUnit();

    [GeneratedRegex(@"(?:_file:|include) ""([\w.]+)""")]
    private static partial Regex FileOfTheConfiguration();
}
