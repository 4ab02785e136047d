using HilBench.RigFiles;
using HilBench.Web.Settings;

namespace HilBench.Web.Hand;

/// <summary>The profiles a meter may be made with.</summary>
internal sealed class ProfileList(WebSettings settings)
{
    public string OfTheRig => settings.Plan.Profile.Name;

    public IReadOnlyList<string> Names { get; } =
        [.. ProfileFiles.Names.Where(name => name != settings.Plan.Profile.Name)];
}
