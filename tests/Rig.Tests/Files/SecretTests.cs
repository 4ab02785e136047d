using HilBench.Input;
using HilBench.RigFiles;

namespace HilBench.Rig.Tests.Files;

/// <summary>Keys and passwords stand in files of their own, and no message repeats what such a file holds.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Key = "00112233445566AB";

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-rigs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("profile", ":1: this is not a file of settings: it must begin with { and end with }")]
    [InlineData("staTables", ":1: this is not a file of settings: it must begin with { and end with }")]
    public void A_key_file_named_in_the_place_of_settings_stays_secret(string setting, string expected)
    {
        foreach (var held in new[] { Key, "null" + Key, "root:$6$secretsecret:1", $"\"{Key}\"", $"[{Key}]", "12345" })
        {
            Write("key.hex", held);
            var message = Refusal($"{{ \"{setting}\": \"./key.hex\" }}");
            Assert.Contains("key.hex" + expected, message, StringComparison.Ordinal);
            AssertSilent(message, held);
        }
    }

    [Fact]
    public void A_word_in_a_file_of_settings_is_not_repeated() =>
        AssertSilent(Refusal($"{{ \"seed\": n{Key} }}"), Key);

    [Theory]
    [InlineData("\"vendingKey\": \"" + Key + "\"", "meter.vendingKey names no file that is there; write env:NAME")]
    [InlineData("\"vendingKey\": 1122334455667788", "meter.vendingKey must be null or text")]
    [InlineData("\"vendingKey\": [\"" + Key + "\"]", "meter.vendingKey must be null or text")]
    [InlineData("\"vendingKey\": \"env:HILBENCH_" + Key + "\"", "names an environment variable that is not set")]
    [InlineData("\"password\": 1122334455667788", "meter.password must be null or text")]
    public void A_key_written_where_its_file_should_be_named_is_not_repeated(string setting, string expected)
    {
        var message = Refusal($"{{ \"meter\": {{ \"kind\": \"token-port\", {setting} }} }}");
        Assert.Contains(expected, message, StringComparison.Ordinal);
        AssertSilent(message, Key);
        AssertSilent(message, "1122334455667788");
    }

    [Theory]
    [InlineData("0011223344556677889", "meter.vendingKey: a vending key has 16, 32 or 40 hex digits, not 19")]
    [InlineData("xy11223344556677", "meter.vendingKey: a vending key has hex digits only")]
    public void A_key_that_is_none_is_not_repeated(string held, string expected)
    {
        Write("key.hex", held);
        var message = Refusal("{ \"meter\": { \"kind\": \"token-port\",\n\"vendingKey\": \"key.hex\" } }");
        Assert.Contains("rig.json:2: " + expected, message, StringComparison.Ordinal);
        AssertSilent(message, held);
    }

    [Fact]
    public void A_key_in_the_environment_that_is_none_is_not_repeated()
    {
        const string variable = "HILBENCH_TEST_KEY";
        Environment.SetEnvironmentVariable(variable, "xy11223344556677");
        var message = Refusal($"{{ \"meter\": {{ \"kind\": \"token-port\", \"vendingKey\": \"env:{variable}\" }} }}");
        Assert.Contains("a vending key has hex digits only", message, StringComparison.Ordinal);
        AssertSilent(message, "xy11223344556677");
    }

    [Fact]
    public void A_key_file_that_cannot_be_read_is_told_as_such_with_the_place_that_names_it()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        Assert.Contains(
            "rig.json:1: meter.vendingKey: " + Path.Combine(_folder, "keys") + ": is a folder; it must be a file",
            Refusal("{ \"meter\": { \"kind\": \"token-port\", \"vendingKey\": \"keys\" } }"), StringComparison.Ordinal);
        if (OperatingSystem.IsWindows()) return;
        Assert.Contains(
            "meter.vendingKey: /dev/zero: larger than 1 MB",
            Refusal("{ \"meter\": { \"kind\": \"token-port\", \"vendingKey\": \"/dev/zero\" } }"),
            StringComparison.Ordinal);
    }

    private string Refusal(string rig)
    {
        Write("rig.json", rig);
        var message = Assert.Throws<SettingsException>(() => Rigs.Load(Path.Combine(_folder, "rig.json"))).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    /// <summary>Not even a part of it, but for what any message may hold.</summary>
    private static void AssertSilent(string message, string secret)
    {
        const int part = 4;
        if (secret.Length < part) return;
        for (var i = 0; i + part <= secret.Length; i++)
            Assert.DoesNotContain(secret.Substring(i, part), message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
