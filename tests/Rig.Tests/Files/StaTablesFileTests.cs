using HilBench.Input;
using HilBench.Rig.Tests.Vending;
using HilBench.RigFiles;
using HilBench.Vending;

namespace HilBench.Rig.Tests.Files;

/// <summary>A laboratory's own table file, valid and invalid.</summary>
public sealed class StaTablesFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"hilbench-{Guid.NewGuid():N}.json");

    [Fact]
    public void A_file_with_other_tables_makes_other_tokens()
    {
        Write(Numbers(16, 3), Numbers(16, 5), Numbers(64, 7));

        var tables = StaTablesFile.Read(_path);
        var request = $$"""{"kind":"credit",{{LineFixture.Key}},"sub":0,"rnd":5,"tid":5871660,"units":1}""";
        var own = new VendLine(tables).Answer(request).Text("token")!;
        Assert.NotEqual("44779810885424938232", own);
        Assert.Equal("44779810885424938232", LineFixture.Vend(request).Text("token"));

        var said = new DecodeLine(tables).Answer(
            $$"""{"kind":"decode",{{LineFixture.Key}},"token":"{{own}}"}""");
        Assert.Equal(5871660, said.Fields().GetProperty("tid").GetInt32());
    }

    [Theory]
    [InlineData("""{"sub1":[1],"sub2":[1],"perm":[1]}""", "sub1 has 1 numbers, it needs 16")]
    [InlineData("""{"sub1":[1.5],"sub2":[],"perm":[]}""", "sub1[0] is 1.5; allowed: a whole number from 0 to 15")]
    [InlineData("""{"sub1":[1],"sub2":[1],"perm":[63,64]}""", "perm[1] is 64; allowed: a whole number from 0 to 63")]
    [InlineData("""{"sub1":[1],"sub2":[1],"prem":[1]}""", "did you mean \"perm\"?")]
    [InlineData("{\n\"sub1\":x}", ":2:")]
    public void A_bad_file_is_named_with_what_is_wrong(string content, string part)
    {
        File.WriteAllText(_path, content);

        var wrong = Assert.Throws<SettingsException>(() => StaTablesFile.Read(_path));
        Assert.StartsWith(_path, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(part, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var wrong = Assert.Throws<SettingsException>(() => StaTablesFile.Read(_path));
        Assert.Contains(_path, wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_path);

    private static string Numbers(int size, int step) =>
        string.Join(',', Enumerable.Range(0, size).Select(i => ((i * step) + 1) % size));

    private void Write(string sub1, string sub2, string perm) =>
        File.WriteAllText(_path, $$"""{"sub1":[{{sub1}}],"sub2":[{{sub2}}],"perm":[{{perm}}]}""");
}
