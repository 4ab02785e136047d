using HilBench.Lab.Tests.Deployment;

namespace HilBench.Lab.Tests.Commands;

/// <summary>A lab with the shipped configuration, as its users type it: TLS, and a login for everybody.</summary>
public sealed class LoginCommandTests : CommandScene
{
    [Fact]
    public async Task A_bench_and_a_giver_of_work_come_with_their_logins_and_the_command_that_repeats_names_them()
    {
        await using var lab = await ShippedLab.Open();
        await Join(lab, "bench-1", "--rig", "none");
        Write("red.feature", Feature(then: "2.0"));
        var said = await Say("giver", ["lab", "run", "red.feature", .. Options(lab, "givers/anna")]);
        Assert.Equal(1, said.Code);
        Assert.Contains($"--login {Path.Combine(lab.Folder, "secrets/givers/anna")} --ca {lab.Authority}", said.Out);
    }

    [Theory]
    [InlineData("benches/bench-2", "bench-2")]
    [InlineData("givers/anna", "anna")]
    public async Task A_bench_with_the_login_of_somebody_else_is_refused_in_one_line(string login, string user)
    {
        await using var lab = await ShippedLab.Open();
        var said = await Say(
            "bench", ["lab", "join", "--rig", "none", "--name", "bench-1", .. Options(lab, login)]);
        Assert.Equal((3, "", 1), (said.Code, said.Out, said.Error.TrimEnd().Split('\n').Length));
        Assert.Contains($"the broker does not let {user} do this: ", said.Error);
    }

    [Fact]
    public async Task Work_of_a_bench_is_refused()
    {
        await using var lab = await ShippedLab.Open();
        await Join(lab, "bench-1", "--rig", "none");
        Write("my.feature", Feature(then: "1.0"));
        var said = await Say("giver", ["lab", "run", "my.feature", .. Options(lab, "benches/bench-2")]);
        Assert.Equal((3, ""), (said.Code, said.Out));
        Assert.Contains("the broker does not let bench-2 do this: ", said.Error);
    }

    private async Task Join(ShippedLab lab, string name, params string[] words)
    {
        // Without --name it is called as its login.
        var bench = Start("bench", ["lab", "join", .. Options(lab, $"benches/{name}"), .. words]);
        Assert.StartsWith($"{name} is at the lab tls://localhost:", await bench.StandardOutput.ReadLineAsync(Cancel));
    }

    private static string[] Options(ShippedLab lab, string login) =>
        ["--nats", lab.Url, "--ca", lab.Authority, "--login", Path.Combine(lab.Folder, "secrets", login)];

    private static string Feature(string then) => $"""
        Feature: F
          Scenario: S
            Given the meter holds 1.0 kWh
            Then the meter holds {then} kWh
        """;

    private void Write(string name, string text) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "giver")).FullName, name), text);
}
