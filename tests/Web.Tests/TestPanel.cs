using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Web.Settings;

namespace HilBench.Web.Tests;

/// <summary>A panel on a free port of this machine, with folders of its own.</summary>
internal sealed class TestPanel : IDisposable
{
    private readonly string _home;
    private readonly List<string> _told = [];

    public TestPanel(string rig = "virtual", Func<WebSettings, WebSettings>? change = null, string? home = null)
    {
        _home = home ?? Directory.CreateTempSubdirectory("hilbench-web-").FullName;
        Features = Path.Combine(_home, "features");
        Directory.CreateDirectory(Features);
        var plan = Rigs.Load(rig);
        var settings = new WebSettings
        {
            Plan = plan, RigName = rig, Port = 0, Features = Features, Reports = Path.Combine(_home, "reports"),
            History = Path.Combine(_home, "history.db"), Seed = plan.Seed,
        };
        Panel = WebPanel.Start(change?.Invoke(settings) ?? settings, line =>
        {
            lock (_told) _told.Add(line);
        });
    }

    public WebPanel Panel { get; }

    public string Features { get; }

    public string Home => _home;

    public string Address => Panel.Address.ToString();

    /// <summary>What went wrong in the panel's own code.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            lock (_told) return [.. _told];
        }
    }

    public static RigPlan Plan(string rig) => Rigs.Load(rig);

    public void Dispose() => Panel.Dispose();
}
