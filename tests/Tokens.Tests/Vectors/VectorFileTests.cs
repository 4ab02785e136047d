using System.Text.Json;
using HilBench.TestKit.Vectors;

namespace HilBench.Tokens.Tests.Vectors;

/// <summary>A vector file with something the tests do not understand must not pass unnoticed.</summary>
public class VectorFileTests
{
    private const string Crc = """{"kind":"crc","input_hex":"00004A2D900FF2","crc":"0ffa","source":"example"}""";

    [Fact]
    public void A_known_case_is_read()
    {
        var read = Assert.IsType<CrcCase>(Assert.Single(VectorFile.Read(FileOf(Crc), "mine")));

        Assert.Equal(("mine #1", "0ffa"), (read.Id, read.Crc));
    }

    [Theory]
    [InlineData("""{"kind":"crcc","input_hex":"00","crc":"0000"}""", "kind \"crcc\" is unknown")]
    [InlineData("""{"kind":"crc","input_hex":"00","crc":"0000","crv":1}""", "'crv'")]
    [InlineData("""{"kind":"crc","input_hex":"00"}""", "'crc'")]
    [InlineData("""{"kind":"crc","input_hex":"00","crc":"0000","crc":"0001"}""", "crc")]
    public void An_unknown_kind_an_unknown_field_a_missing_one_and_a_double_one_are_errors(string json, string named)
    {
        var error = Assert.Throws<JsonException>(() => VectorFile.Read(FileOf(json), "mine"));

        Assert.StartsWith("mine", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_promises_more_cases_than_it_holds_is_an_error() =>
        Assert.Throws<JsonException>(() => VectorFile.Read($$"""{"note":"","count":2,"vectors":[{{Crc}}]}""", "mine"));

    private static string FileOf(string vector) => $$"""{"note":"","vectors":[{{vector}}]}""";
}
