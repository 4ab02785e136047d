namespace HilBench.Cli.Tests.Fixture;

/// <summary>A folder outside the checkout that goes with its test.</summary>
public abstract class TempFolder : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("hilbench-cli-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string PathOf(string name) => Path.Combine(Folder, name);

    protected string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private protected Said Run(params string[] arguments) => Hilbench.Run(Folder, arguments);

    private protected Said Feed(string input, params string[] arguments) =>
        Hilbench.Feed(Folder, input, arguments);
}
