namespace HilBench.Cli.Tests.Fixture;

internal static class Complaint
{
    /// <summary>Bad input: exit code 2, one clear line on stderr, nothing on stdout.</summary>
    public static void Is(string line, Said said)
    {
        Assert.Equal(line, said.Error.TrimEnd('\n'));
        AssertNothingDone(said);
    }

    /// <summary>As <see cref="Is"/>, where a part of the line is the runtime's own wording.</summary>
    public static void Begins(string beginning, Said said)
    {
        Assert.StartsWith(beginning, said.Error);
        Assert.Single(said.ErrorLines);
        AssertNothingDone(said);
    }

    private static void AssertNothingDone(Said said)
    {
        Assert.Equal("", said.Out);
        Assert.Equal(2, said.ExitCode);
    }
}
