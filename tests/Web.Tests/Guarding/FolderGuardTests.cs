using HilBench.Web.Guarding;

namespace HilBench.Web.Tests.Guarding;

public class FolderGuardTests
{
    private readonly string _home = Directory.CreateTempSubdirectory("hilbench-guard-").FullName;

    [Theory]
    [InlineData("a.feature")]
    [InlineData("credit/a.feature")]
    [InlineData("credit/new folder/a.feature")]
    public void A_name_below_the_folder_is_found(string name)
    {
        Assert.Equal(Path.Combine(_home, name), new FolderGuard(_home).Resolve(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("../a.feature")]
    [InlineData("credit/../../a.feature")]
    [InlineData("credit/..\\..\\a.feature")]
    [InlineData("/etc/passwd")]
    [InlineData("credit//a.feature")]
    [InlineData("a\0.feature")]
    public void A_name_that_leads_elsewhere_is_not_found(string name)
    {
        Assert.Null(new FolderGuard(_home).Resolve(name));
    }

    [Fact]
    public void A_link_that_leads_out_is_not_followed()
    {
        var outside = Directory.CreateTempSubdirectory("hilbench-outside-").FullName;
        File.WriteAllText(Path.Combine(outside, "a.feature"), "Feature: A");
        Directory.CreateSymbolicLink(Path.Combine(_home, "out"), outside);
        File.CreateSymbolicLink(Path.Combine(_home, "a.feature"), Path.Combine(outside, "a.feature"));
        File.CreateSymbolicLink(Path.Combine(_home, "round.feature"), Path.Combine(_home, "round.feature"));
        var guard = new FolderGuard(_home);
        Assert.Null(guard.Resolve("out/a.feature"));
        Assert.Null(guard.Resolve("out/new.feature"));
        Assert.Null(guard.Resolve("a.feature"));
        Assert.Null(guard.Resolve("round.feature"));
    }

    [Fact]
    public void A_link_within_the_folder_is_followed()
    {
        Directory.CreateDirectory(Path.Combine(_home, "credit"));
        Directory.CreateSymbolicLink(Path.Combine(_home, "money"), Path.Combine(_home, "credit"));
        Assert.NotNull(new FolderGuard(_home).Resolve("money/a.feature"));
    }

    [Fact]
    public void The_folder_itself_may_be_reached_by_a_link()
    {
        var link = _home + "-link";
        Directory.CreateSymbolicLink(link, _home);
        Assert.Equal(Path.Combine(link, "a.feature"), new FolderGuard(link).Resolve("a.feature"));
    }
}
