using System.Globalization;
using System.Text.Json;
using HilBench.RigFiles;
using HilBench.RigFiles.Script;
using HilBench.Roles;
using HilBench.TestKit.Stories;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Rig.Tests.Vectors;

/// <summary>
/// A story as the lines of <c>hilbench meter --script</c> (docs/meter-script.md), and what each must answer.
/// </summary>
internal sealed class StoryScript(MeterStory story)
{
    private static readonly Lazy<RigPlan> Pins = new(() => Rigs.Load("virtual"));

    /// <summary>The answers of a rig, one for each line: the meter and then its tokens.</summary>
    public IReadOnlyList<LineAnswer> PlayOn(string rig)
    {
        using var script = new MeterScript(rig == Rigs.None ? ModelPlan.Alone : Pins.Value, seed: 1);
        return [script.Answer(MeterLine()), .. story.Steps.Select(step => script.Answer(TokenLine(step)))];
    }

    public static void Check(StoryStep step, LineAnswer answer)
    {
        Assert.False(answer.IsBad, answer.Json);
        var said = JsonElement.Parse(answer.Json);
        Assert.Equal(step.Result, Text(said, "result"));
        Assert.Equal(step.CreditUnits, said.GetProperty("creditUnits").GetInt64());
        Assert.Equal(step.Key.Krn, said.GetProperty("krn").GetInt32());
        Assert.Equal((step.Key.Ti, step.Key.Sgc), (Text(said, "ti"), Text(said, "sgc")));
        Assert.Equal(CheckValue(step.Key), Text(said, "keyCheck"));
        Assert.Equal(step.SwitchClosed ? "closed" : "open", Text(said, "loadSwitch"));

        var display = said.GetProperty("display").EnumerateArray().Select(line => line.GetString()).ToArray();
        Assert.Equal(2, display.Length);
        Assert.Equal(step.Glass, display[0]);
        if (step.GlassBelow is { } below) Assert.Equal(below, display[1]);
    }

    private static string? Text(JsonElement said, string name) => said.GetProperty(name).GetString();

    private static string CheckValue(StoryKey key)
    {
        var bits = UInt128.Parse(key.Hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new DecoderKey((EncryptionAlgorithm)key.Ea, bits).CheckValue(StaTables.Sample);
    }

    private static string TokenLine(StoryStep step) => $$"""{"token":"{{step.Token}}"}""";

    private string MeterLine()
    {
        var (meter, key) = (story.Meter, story.Meter.From);
        var tids = meter.TidStore is { } list ? $"[{string.Join(',', list)}]" : "null";
        var fields = $"\"ea\":{key.Ea},\"dkga\":{key.Dkga},\"vk\":\"{key.Vk}\",\"pan\":\"{key.Pan}\","
            + $"\"sgc\":\"{key.Sgc}\",\"ti\":\"{key.Ti}\",\"krn\":{key.Krn},\"kt\":{key.Kt},\"base\":{key.Base},"
            + $"\"ken\":{meter.Ken},\"profile\":\"generic\",\"creditUnits\":{meter.CreditUnits},"
            + $"\"maxCreditUnits\":{meter.MaxCreditUnits?.ToString(CultureInfo.InvariantCulture) ?? "null"},"
            + $"\"tidStore\":{tids},\"mfr\":{meter.Mfr?.ToString(CultureInfo.InvariantCulture) ?? "null"}";
        return "{\"meter\":{" + fields + "}}";
    }
}
