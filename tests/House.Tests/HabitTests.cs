using System.Text.RegularExpressions;

namespace HilBench.House.Tests;

/// <summary>No ambient time or randomness, no unfinished work, no broken links.</summary>
public partial class HabitTests
{
    private static readonly string[] VirtualFloors =
    [
        "firmware-model/", "bench/Chips/", "bench/Input/", "bench/Vending/", "bench/Roles/", "bench/TokenPort/",
        "bench/Board/", "bench/Rig/", "bench/RigFiles/", "bench/Scenarios/",
    ];

    [Fact]
    public void Nothing_below_the_physical_rig_knows_wall_clock_time_or_ambient_randomness()
    {
        var offenders = House.Files(".cs")
            .Where(file => VirtualFloors.Any(floor => file.StartsWith(floor, StringComparison.Ordinal)))
            .SelectMany(file => House.Lines(file)
                .Select((line, index) => (Place: $"{file}:{index + 1}: {line.Trim()}", Line: line))
                .Where(line => Ambient().IsMatch(line.Line)))
            .Select(line => line.Place);
        Assert.Empty(offenders);
    }

    /// <summary>
    /// .NET leaves hashes and ciphers to OpenSSL, and ends the program on a small Pi that has none. The web panel
    /// cannot do without: ASP.NET seals what it sends to a browser.
    /// </summary>
    [Fact]
    public void Nothing_of_the_product_uses_hashes_or_ciphers_of_the_framework()
    {
        var users = House.Files(".cs")
            .Where(file => file.StartsWith("bench/", StringComparison.Ordinal)
                || file.StartsWith("firmware-model/", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("bench/Web/", StringComparison.Ordinal))
            .Where(file => House.Text(file).Contains("System.Security.Cryptography", StringComparison.Ordinal)
                && OfOpenSsl().IsMatch(House.Text(file)));
        Assert.Empty(users);
    }

    [Fact]
    public void No_comment_leaves_work_without_an_owner()
    {
        var open = House.Files(".cs")
            .Where(file => !file.StartsWith("tests/House.Tests/", StringComparison.Ordinal))
            .SelectMany(file => House.Lines(file)
                .Where(line => LeftOpen().IsMatch(line))
                .Select(line => $"{file}: {line.Trim()}"));
        Assert.Empty(open);
    }

    [Fact]
    public void Every_relative_link_in_the_documents_leads_somewhere()
    {
        var broken = new List<string>();
        foreach (var page in House.Files(".md"))
        {
            var folder = Path.GetDirectoryName(Path.Combine(House.Root, page))!;
            foreach (Match link in Link().Matches(House.Text(page)))
            {
                var target = link.Groups[1].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://")) continue;
                if (!Path.Exists(Path.Combine(folder, target))) broken.Add($"{page} -> {target}");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_source_file_and_room_in_a_picture_is_where_the_picture_says()
    {
        var named = House.Files(".svg")
            .Where(picture => picture.StartsWith("docs/pictures/", StringComparison.Ordinal))
            .SelectMany(picture => Source().Matches(House.Text(picture)).Select(found => found.Value))
            .Distinct()
            .ToArray();
        Assert.InRange(named.Length, 20, 100);
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(House.Root, path)), $"There is no {path}."));
    }

    [Fact]
    public void Every_decision_is_listed_in_the_architecture()
    {
        var architecture = House.Text("docs/architecture.md");
        var decisions = House.Files(".md")
            .Where(page => page.StartsWith("docs/decisions/", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(decisions);
        Assert.All(decisions, page => Assert.Contains(Path.GetFileName(page), architecture));
    }

    /// <summary>Reqnroll injects no struct; so the bench takes a RunStop.</summary>
    [Fact]
    public void Nothing_that_steps_are_given_is_a_struct_of_the_framework()
    {
        var offenders = House.Files(".cs")
            .Where(file => file.StartsWith("bench/Scenarios/Steps/", StringComparison.Ordinal)
                || file.StartsWith("bench/Scenarios/World/", StringComparison.Ordinal))
            .Where(file => InjectedStruct().IsMatch(House.Text(file)));
        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"\b(SHA|HMAC|MD5|Aes|DES|TripleDES|RSA|ECDsa|RandomNumberGenerator)\w*\.")]
    private static partial Regex OfOpenSsl();

    [GeneratedRegex(@"\b(?:bench|firmware-model)/[\w/]+(?:\.cs)?")]
    private static partial Regex Source();

    [GeneratedRegex(
        @"Thread\.Sleep|Task\.Delay|DateTime(Offset)?\.(Utc)?Now|Random\.Shared|new Random\(\)|Guid\.NewGuid")]
    private static partial Regex Ambient();

    [GeneratedRegex(@"class \w+\([^)]*\b(CancellationToken|TimeSpan|DateTime|int|long|ulong|bool) \w+")]
    private static partial Regex InjectedStruct();

    [GeneratedRegex(@"TODO|FIXME|HACK|NotImplementedException|\bSkip\s*=")]
    private static partial Regex LeftOpen();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
