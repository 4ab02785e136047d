using System.Text;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using HilBench.Campaign.Outcome;
using HilBench.Campaign.Plans;

namespace HilBench.Campaign.Tests;

/// <summary>What a campaign leaves behind can be looked at and asked.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"campaign-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The page stands alone, so it can be sent to somebody.</summary>
    [Fact]
    public void The_page_names_each_plan_and_loads_nothing_from_elsewhere()
    {
        Directory.CreateDirectory(_folder);
        var summary = CampaignSummary.Of(Rehearsal.Run(PlanFiles.Load("kenya-power"), 500));
        var page = Encoding.UTF8.GetString(ReportPage.Of(summary));
        Assert.All(summary.Plans, plan => Assert.Contains($">{plan.Name}</", page));
        Assert.All(summary.Plans[0].WhyNot, cause => Assert.Contains(cause.Words, page));
        Assert.Equal(6, Svg().Count(page));
        Assert.DoesNotMatch("(src|href)=\"(?!#)|@import|url\\((?!#)", page);
        var names = Id().Matches(page).Select(found => found.Groups[1].Value).ToArray();
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Every_query_of_docs_campaigns_answers_from_the_files_of_a_campaign()
    {
        var result = Rehearsal.Run(PlanFiles.Load("kenya-power"), 11_000, jobs: 2, folder: _folder);
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "campaigns.md"));
        var queries = Query().Matches(text).Select(found => found.Groups[1].Value).ToArray();
        Assert.InRange(queries.Length, 4, 20);
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        foreach (var query in queries)
        {
            Assert.Contains("'rehearsal/", query);
            Assert.InRange(Rows(database, query).Count, 1, 100_000);
        }

        var updated = Rows(database, "SELECT count(updated) FROM 'rehearsal/meters-*.parquet' WHERE plan = 'plan'");
        var summary = CampaignSummary.Of(result);
        Assert.Equal(summary.Plans[0].Updated.Mean, (long)Math.Round((long)updated[0][0] * result.Scale));
    }

    private List<object[]> Rows(DuckDBConnection database, string query)
    {
        using var command = database.CreateCommand();
        command.CommandText = query.Replace("'rehearsal/", $"'{_folder}/", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Query();

    [GeneratedRegex("<svg ")]
    private static partial Regex Svg();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();
}
