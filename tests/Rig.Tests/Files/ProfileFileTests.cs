using HilBench.Rig.Files;

namespace HilBench.Rig.Tests.Files;

/// <summary>A profile that could only blame the meter is refused before there is one.</summary>
public sealed class ProfileFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-profiles-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(
        "{\"words\": {\n\"accept\": \"Grün\"}}", ":2: words.accept has 'ü', which a character panel cannot show")]
    [InlineData("{\"words\": {\"accept\": \"Ok~\"}}", "words.accept has '~', which a character panel cannot show")]
    [InlineData("{\"words\": {\"accept\": \"\"}}", "words.accept is empty; the meter must say something")]
    [InlineData("{\"words\": {\"old\": \" Old\"}}", "words.old begins or ends with a blank")]
    [InlineData("{\"words\": {\"old\": \"Ol\\nd\"}}", "words.old has ")]
    [InlineData(
        "{\"words\": {\n\"used\": \"Accept\"}}", ":2: words.used is the same as words.accept: nobody could tell")]
    [InlineData("{\"words\": {\"accept\": \"Reject\"}}", "words.reject is the same as words.accept: ")]
    [InlineData("{\"pad\": {\"enter\": \"5\"}}", "pad.enter is '5', a digit, which tokens are typed with")]
    [InlineData("{\"pad\": {\"backspace\": \"0\"}}", "pad.backspace is '0', a digit, ")]
    [InlineData("{\"pad\": {\"enter\": \"#\", \"backspace\": \"#\"}}", "pad.enter and pad.backspace are both '#'")]
    [InlineData("{\"entry\": {\"separator\": \"5\"}}", "entry.separator is '5', which reads like a digit")]
    [InlineData(
        "{\"shortCodes\": [{\"keys\": \"12345678901234567890#\", \"shows\": \"credit\"}]}",
        "a short code has 2 to 10 keys")]
    public void What_no_meter_could_keep_is_refused(string json, string expected)
    {
        var file = Path.Combine(_folder, "p.json");
        File.WriteAllText(file, json);
        Assert.Contains(expected, Assert.Throws<SettingsException>(() => ProfileFiles.Load(file)).Message);
    }
}
