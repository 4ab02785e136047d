using System.Text;
using HilBench.Input;
using HilBench.RigFiles;

namespace HilBench.Rig.Tests.Files;

/// <summary>What is no JSON is told in the words of a person, on its line.</summary>
public sealed class JsonMistakeTests
{
    [Theory]
    [InlineData("{\n\"seed\": }", 2, "a value is missing after the name of a setting or after a comma")]
    [InlineData("{\"leds\": [1,,2]}", 1, "a value is missing after the name of a setting or after a comma")]
    [InlineData("{\"seed\": 1\n\"clock\": \"wall\"}", 2, "a comma is missing before this")]
    [InlineData("{\"a\": [1 2]}", 1, "a comma is missing before this")]
    [InlineData("{\"a\": [1}", 1, "\"}\" does not close what was opened last")]
    [InlineData("{\"a\": \"x\"; \"b\": 2}", 1, "\";\" stands where a comma, a } or a ] must stand")]
    [InlineData("{\"a\": 1 b}", 1, "a comma, a } or a ] must stand here, after a value")]
    [InlineData("{\"a\" 1}", 1, "a colon is missing after the name of a setting")]
    [InlineData("{\u201Cseed\u201D: 1}", 1, "a typographic quote; write the straight double quote \"")]
    [InlineData("{\"clock\": \u201Cwall\u201D}", 1, "a typographic quote; write the straight double quote \"")]
    [InlineData("{'seed': 1}", 1, "a single quote; write the straight double quote \"")]
    [InlineData("{\"clock\": 'wall'}", 1, "a single quote; write the straight double quote \"")]
    [InlineData("{seed: 1}", 1, "the name of a setting must stand here, between double quotes")]
    [InlineData("{,\"seed\": 1}", 1, "\",\" stands where the name of a setting must stand")]
    [InlineData("{\"a\": +1}", 1, "no value can begin like this; a text stands between double quotes")]
    [InlineData("{\"clock\": \"wall\n}", 1, "a text has no closing quote: it ends with its line")]
    [InlineData("{\"clock\": \"wall", 1, "a text has no closing quote")]
    [InlineData("{\"folder\": \"C:\\data\"}", 1, "a backslash in a text has a meaning of its own: write \\\\ for one")]
    [InlineData("{\"a\": \"\\u12\"}", 1, "\\u wants four hex digits after it")]
    [InlineData("{\"a\": \"1\t2\"}", 1, "a text has a control character in it, such as a tab")]
    [InlineData("{\"a\": [[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}", 1, "groups stand in each other too deep: 16 at most")]
    [InlineData("{\"a\": {", 1, "the file ends before each { and [ is closed")]
    [InlineData("{\"a\":", 1, "the file ends before each { and [ is closed")]
    [InlineData("{\"a\": 07}", 1, "a number must not begin with 0, but for 0 and 0.5; hex numbers are not allowed")]
    [InlineData("{\"a\": 0x20}", 1, "a number is not finished, or has something else in it; write it like 12 or 0.5")]
    [InlineData("{\"a\": 1.}", 1, "a number is not finished, or has something else in it; write it like 12 or 0.5")]
    [InlineData("{\"a\": 1 /* b }", 1, "a comment is not finished; it is written // … or /* … */")]
    [InlineData("{}\n}", 2, "more stands behind the } that closes the file")]
    public void Each_slip_has_its_words(string json, int line, string expected) => Assert.Equal(
        $"rig.json:{line}: not JSON: {expected}", Refusal(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    public void A_file_in_another_encoding_is_to_be_saved_as_UTF_8(string encoding, string name)
    {
        var how = Encoding.GetEncoding(encoding);
        byte[] marked = [.. how.GetPreamble(), .. how.GetBytes("{ }")];
        Assert.Equal($"rig.json:1: the file is written in {name}; save it as UTF-8", Refusal(marked));
        if (name == "UTF-16")
            Assert.Equal($"rig.json:1: the file is written in {name}; save it as UTF-8", Refusal(how.GetBytes("{ }")));
    }

    [Fact]
    public void A_letter_of_an_old_code_page_is_told() => Assert.Equal(
        "rig.json:2: a text with a broken character in it; save the file as UTF-8",
        Refusal(Encoding.Latin1.GetBytes("{\n\"description\": \"Zähler\"}")));

    private static string Refusal(byte[] json) =>
        Assert.Throws<SettingsException>(() => ProfileFiles.Parse("rig", "rig.json", json)).Message;
}
