using System.Text.RegularExpressions;

namespace HilBench.Specs;

/// <summary><c>docs/acceptance.md</c> has every feature of the pack, and each says where it comes from.</summary>
public sealed partial class AcceptancePageSpecs
{
    private static readonly string Beside = Path.Combine(AppContext.BaseDirectory, "features", "acceptance");

    [Fact]
    public void The_page_has_each_feature_of_the_pack_once_and_no_other()
    {
        var linked = Link().Matches(Checkout.Read("docs/acceptance.md")).Select(link => link.Groups[1].Value);
        var there = Directory.EnumerateFiles(Beside, "*.feature").Select(Path.GetFileName);
        Assert.Equal(there.Order(), linked.Order());
    }

    [Fact]
    public void Each_feature_of_the_pack_names_its_source()
    {
        var silent = Directory.EnumerateFiles(Beside, "*.feature", SearchOption.AllDirectories)
            .Where(file => !File.ReadAllText(file).Contains("(Source:", StringComparison.Ordinal));
        Assert.Empty(silent);
    }

    [GeneratedRegex(@"\]\(\.\./features/acceptance/([a-z0-9-]+\.feature)\)")]
    private static partial Regex Link();
}
