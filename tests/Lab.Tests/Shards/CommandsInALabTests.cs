using System.Diagnostics;
using HilBench.Lab.Tests.Broker;
using HilBench.Lab.Tests.Commands;

namespace HilBench.Lab.Tests.Shards;

/// <summary>The commands as somebody types them, with workers that are processes and die.</summary>
public sealed class CommandsInALabTests : CommandScene
{
    [Fact]
    public async Task A_campaign_whose_worker_is_killed_says_and_writes_what_one_process_does()
    {
        await using var broker = await NatsServer.Start();
        string[] words = ["campaign", "kenya-power", "--meters", "40000", "--what-ifs", "none", "--out"];
        var here = await Finish(Start("here", [.. words, "out"]));
        var doomed = await Join(broker);
        var giver = Start("there", [.. words, "out", "--nats", broker.Url]);
        while (!Directory.Exists(Path.Combine(Folder, "there", "out"))) await Task.Delay(20, Cancel);
        // It has said whose work it does when it has begun a shard.
        Assert.Equal("works for", (await doomed.StandardError.ReadLineAsync(Cancel))![..9]);
        Signal(doomed, Kill);
        var next = await Join(broker);
        AssertSame(here, await Finish(giver));
        AssertSameFolder("out");
        Signal(next, Terminate);
        Assert.EndsWith(" has left the lab\n", (await Finish(next)).Out);
    }

    [Fact]
    public async Task Lives_and_cuts_in_a_lab_say_what_one_process_says()
    {
        await using var broker = await NatsServer.Start();
        await Join(broker);
        string[] words = ["simulate", "--crash", "linear", "--profile", "clou", "--lives", "1200", "--json"];
        var here = await Finish(Start("here", words));
        AssertSame(here, await Finish(Start("there", [.. words, "--nats", broker.Url])));
        Assert.Contains("\"pins\":{\"lives\":1,", here.Out);
    }

    [Fact]
    public async Task A_campaign_that_is_stopped_is_130_and_its_job_goes()
    {
        await using var broker = await NatsServer.Start();
        var giver = Start("there", "campaign", "kenya-power", "--meters", "100", "--out", "out", "--nats", broker.Url);
        Assert.StartsWith("no worker is in the lab; ", await giver.StandardError.ReadLineAsync(Cancel));
        Signal(giver, Terminate);
        var said = await Finish(giver);
        Assert.Equal(130, said.Code);
        Assert.Equal("stopped; 0 of 1 shards are in out, --resume goes on with them\n", said.Error);
    }

    [Theory]
    [InlineData(3, "rig fault: nats://127.0.0.1:1: no broker answers", "simulate", "--nats", "nats://127.0.0.1:1")]
    [InlineData(3, "rig fault: ", "campaign", "eskom", "--out", "out", "--nats", "nats://127.0.0.1:1")]
    [InlineData(2, "--nats \"somewhere\" is no address", "simulate", "--nats", "somewhere")]
    [InlineData(2, "--login goes with --nats URL", "campaign", "eskom", "--login", "me")]
    [InlineData(2, "--fit lives on this machine alone", "campaign", "eskom", "--fit", "--nats", "nats://127.0.0.1:1")]
    public async Task What_cannot_be_done_is_one_line(int code, string line, params string[] words)
    {
        var said = await Say("there", words);
        Assert.Equal((code, ""), (said.Code, said.Out));
        Assert.StartsWith(line, said.Error);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Folder, "there")));
    }

    private static void AssertSame(Said here, Said there) =>
        Assert.Equal((here.Code, here.Out), (there.Code, there.Out));

    private Task<Process> Join(NatsServer broker) => Join(broker, "--shards", "1");

    private void AssertSameFolder(string name)
    {
        var (here, there) = (Path.Combine(Folder, "here", name), Path.Combine(Folder, "there", name));
        var files = Directory.GetFiles(here).Select(Path.GetFileName).Order().ToArray();
        Assert.Contains("report.html", files);
        Assert.Equal(files, Directory.GetFiles(there).Select(Path.GetFileName).Order());
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(here, file!)), File.ReadAllBytes(Path.Combine(there, file!))));
    }
}
