namespace HilBench.Pi;

/// <summary>What the person who started <c>tests/Pi/run</c> asked for.</summary>
internal sealed record Request(string Cache, int[] Gpiods, string Tags, string[] Paths, bool Checks)
{
    /// <summary>The scenarios that a run without arguments takes.</summary>
    private const string DefaultTag = "@pi";

    public static Request Of(string[] args)
    {
        var request = new Request("", [1, 2], "", [], Checks: false);
        var paths = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            request = args[i] switch
            {
                "--cache" => request with { Cache = args[++i] },
                "--gpiod" => request with { Gpiods = [int.Parse(args[++i])] },
                "--tags" => request with { Tags = args[++i] },
                "--checks" => request with { Checks = true },
                _ => Path(request, paths, args[i]),
            };
        }

        return request with
        {
            Tags = request.Tags.Length > 0 ? request.Tags : paths.Count > 0 ? "not @none" : DefaultTag,
            Paths = paths.Count > 0 ? [.. paths] : ["features"],
        };
    }

    private static Request Path(Request request, List<string> paths, string path)
    {
        paths.Add(path);
        return request;
    }
}
