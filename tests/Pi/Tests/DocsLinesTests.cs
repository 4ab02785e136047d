using HilBench.Roles;

namespace HilBench.Pi.Tests;

/// <summary>The machine is given the commands that the docs contain, so they must be found there.</summary>
public sealed class DocsLinesTests : IDisposable
{
    private readonly string _page = Path.GetTempFileName();

    [Fact]
    public void The_first_block_under_a_heading_is_typed_without_its_remarks()
    {
        File.WriteAllText(_page, """
            ## Before
            ```
            rm -rf /
            ```
            ## Here
            Some words.
            ```
            sudo one --with=thing      # why
            sudo two
            ```
            ```
            three
            ```
            """);
        Assert.Equal(["sudo one --with=thing", "sudo two"], DocsLines.Under("## Here", _page));
    }

    [Theory]
    [InlineData("## Elsewhere")]
    [InlineData("## Empty")]
    public void Nothing_to_type_is_a_fault(string heading)
    {
        File.WriteAllText(_page, "## Empty\nonly words\n");
        var fault = Assert.Throws<RigFaultException>(() => DocsLines.Under(heading, _page));
        Assert.Contains($"nothing to type under \"{heading}\"", fault.Message);
    }

    public void Dispose() => File.Delete(_page);
}
