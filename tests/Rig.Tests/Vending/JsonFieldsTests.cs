using System.Text;
using System.Text.Json;
using CsCheck;
using HilBench.Vending;
using static HilBench.Rig.Tests.Vending.LineFixture;

namespace HilBench.Rig.Tests.Vending;

/// <summary>Our reader of lines takes what the JSON document of .NET takes, and nothing else.</summary>
public class JsonFieldsTests
{
    private const string Nested =
        """{"kind":"key","old":{"a":[1,{"b":2}],"c":{}},"new":{"vk":"\u0061b","n":-1.5e3},"list":[[],{"x":null}]}""";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly string[] Names = ["a", "b", "\\u0061", "é", "kind", "", "A"];

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "a: given twice")]
    [InlineData("""{"a":1,"\u0061":2}""", "a: given twice")]
    [InlineData("""{"o":{"x":{"b":1,"b":2}}}""", "b: given twice")]
    [InlineData("""{"l":[1,[{"b":1,"c":2,"b":2}]]}""", "b: given twice")]
    [InlineData("""[{"b":1,"b":2}]""", "b: given twice")]
    [InlineData("""{"a":1,"a":2""", "not JSON, near byte 13")]
    [InlineData("""{"a":1} {"b":2}""", "not JSON, near byte 9")]
    [InlineData("""{"a":1,}""", "not JSON, near byte 8")]
    [InlineData("""{"a":1}//""", "not JSON, near byte 8")]
    [InlineData(" \u00A0 ", "the line is empty")]
    [InlineData("\"a\"", "a line is one JSON object in braces")]
    [InlineData("""{"\ud800":1}""", "the line, or a field name in it, is no valid text")]
    public void What_is_no_object_is_refused_with_the_reason(string line, string reason) =>
        Assert.Equal(reason, Assert.Throws<BadLineException>(() => JsonFields.Parse(line)).Message);

    [Fact]
    public void Damaged_lines_are_taken_or_refused_as_the_document_of_NET_does()
    {
        foreach (var good in new[] { Nested, $$"""{"kind":"key",{{Key}}}""" })
        {
            Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 6], Gen.Char["{}[]\",:\\ 019etu\u0001é\n"].Array[0, 4])
                .Sample((at, length, insert) =>
                {
                    var line = good.Remove(at, Math.Min(length, good.Length - at)).Insert(at, new string(insert));
                    Assert.True(IsObject(line) == IsRead(line), line);
                });
        }
    }

    [Fact]
    public void A_name_given_twice_is_found_among_few_and_among_many() =>
        Gen.Select(Gen.Int[0, Names.Length - 1].Array[0, 12], Gen.Int[0, 60]).Sample((names, others) =>
        {
            var all = names.Select(index => Names[index])
                .Concat(Enumerable.Range(0, others).Select(other => $"n{other}"));
            var line = $"{{{string.Join(',', all.Select(name => $"\"{name}\":1"))}}}";
            Assert.True(IsObject(line) == IsRead(line), line);
        });

    [Fact]
    public void One_reader_reads_many_lines_as_a_new_one_reads_each()
    {
        string[] lines = [.. Requests(), "{", "", Nested, "[]", .. Requests()];
        Gen.Int[0, lines.Length - 1].Array[2, 12].Sample(order =>
        {
            var answerer = new VendLine(HilBench.Tokens.StaTables.Sample);
            foreach (var line in order.Select(index => lines[index]))
                Assert.Equal(new VendLine(HilBench.Tokens.StaTables.Sample).Answer(line), answerer.Answer(line));
        });
    }

    [Fact]
    public void Bytes_that_are_no_text_count_as_the_character_that_replaces_them()
    {
        byte[] line = [.. "{\"kind\":\"t"u8, 0xFF, .. "\"}"u8];
        var output = new System.Buffers.ArrayBufferWriter<byte>();

        Assert.False(new VendLine(HilBench.Tokens.StaTables.Sample).Answer(line, output));
        Assert.Equal(
            Vend("{\"kind\":\"t\uFFFD\"}").Json, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    /// <summary>Lines that share a key, lines that share a vending key alone, and lines that share nothing.</summary>
    private static IEnumerable<string> Requests()
    {
        var other = Key.Replace("\"krn\":1", "\"krn\":2");
        var large = Key.Replace("\"dkga\":2", "\"dkga\":4").Replace("abababababababab", new string('a', 40));
        string[] wrong = [Key.Replace("\"krn\":1", "\"krn\":0"), Key.Replace("abababababababab", "ab")];
        string[] keys = [Key, other, large, large.Replace("\"ea\":7", "\"ea\":11"), .. wrong];
        foreach (var key in keys)
        {
            yield return $$"""{"kind":"key",{{key}}}""";
            yield return $$"""{"kind":"credit",{{key}},"sub":0,"rnd":5,"tid":7,"units":1}""";
            yield return $$"""{"kind":"keychange","old":{{{key}}},"new":{{{other}}},"ken":255,"ro":0}""";
        }
    }

    private static bool IsObject(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsRead(string line)
    {
        try
        {
            JsonFields.Parse(line);
            return true;
        }
        catch (BadLineException)
        {
            return false;
        }
    }
}
