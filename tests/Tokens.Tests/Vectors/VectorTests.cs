using System.Globalization;
using HilBench.TestKit.Vectors;

namespace HilBench.Tokens.Tests.Vectors;

/// <summary>Every case of tests/vectors that is about tokens, read and written.</summary>
public class VectorTests
{
    public static TheoryData<string> Ids => [.. VectorFile.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_published_case_is_read_and_written_as_published(string id)
    {
        var vector = VectorFile.All.Single(c => c.Id == id);
        switch (vector)
        {
            case CreditCase credit: TokenVectors.Check(credit); break;
            case CurrencyCase currency: TokenVectors.Check(currency); break;
            case ManagementCase management: TokenVectors.Check(management); break;
            case KeyChangeCase set: TokenVectors.Check(set); break;
            case TestTokenCase test: TokenVectors.Check(test); break;
            case BlockCase block: PrimitiveVectors.Check(block); break;
            case CrcCase crc: PrimitiveVectors.Check(crc); break;
            case StaBlockCase example: PrimitiveVectors.Check(example); break;
            case NegativeCase negative: RefusalVectors.Check(negative); break;
            case ScenarioCase scenario: RefusalVectors.Check(scenario); break;
            default: Assert.Fail($"{id}: no check for {vector.GetType().Name}"); break;
        }
    }

    [Fact]
    public void The_coverage_is_said_aloud_and_only_what_a_meter_decides_is_left_to_the_meter()
    {
        var left = VectorFile.All.OfType<NegativeCase>().Where(c => !RefusalVectors.IsDecidedByReader(c)).ToList();
        var decided = VectorFile.All.Count - left.Count - 1;
        var report = $"{VectorFile.All.Count} cases, {decided} decided by the tokens room; "
            + $"{left.Count + 1} are read here and decided by a meter (tests/Meter.Tests): "
            + string.Join(", ", left.GroupBy(c => c.Case).Select(g => $"{g.Count()} × {g.Key}").Append("1 × scenario"));
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        TestContext.Current.SendDiagnosticMessage(report);

        Assert.All(left, c => Assert.NotNull(c.Meter ?? (object?)c.MeterMfr));
        Assert.Equal(370, VectorFile.All.Count(c => c.Id.StartsWith('S')));
    }

    [Fact]
    public void Every_file_in_the_folder_is_read()
    {
        var files = Directory.GetFiles(VectorFile.Folder);

        Assert.Equal(2, files.Length);
        Assert.Equal(
            files.Sum(f => VectorFile.ReadFile(f).Count).ToString(CultureInfo.InvariantCulture),
            VectorFile.All.Count.ToString(CultureInfo.InvariantCulture));
    }
}
