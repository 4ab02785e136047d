using HilBench.Rig.Tests.Vending;
using HilBench.RigFiles;
using HilBench.RigFiles.Script;
using HilBench.Vending;

namespace HilBench.Rig.Tests.Script;

/// <summary>What a line of a script may say to a meter.</summary>
public class MeterScriptTests
{
    private const string Meter = "{\"meter\":{" + LineFixture.Key + "}}";

    [Theory]
    [InlineData("4477 9810 8854 2493 8232")]
    [InlineData("4477-9810-8854-2493-8232")]
    [InlineData("4477.9810.8854.2493.8232")]
    public void A_token_may_be_written_as_it_stands_on_a_slip(string written)
    {
        using var script = Made();
        Assert.Equal("Accept", script.Answer($$"""{"token":"{{written}}"}""").Text("result"));
    }

    [Fact]
    public void A_token_with_a_letter_is_not_typed()
    {
        using var script = Made();
        Assert.Equal("FormatError", script.Answer("""{"token":"4477 9810 8854 2493 823O"}""").Text("result"));
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("token")]
    public void A_line_presses_ten_thousand_keys_at_most(string action)
    {
        using var script = Made();
        var answer = script.Answer($$"""{"{{action}}":"{{new string('1', 10_001)}}"}""");

        Assert.True(answer.IsBad);
        Assert.Equal(
            $"{action}: 10001 keys are too many for one line, at most 10000 are allowed", answer.Text("error"));
    }

    private static MeterScript Made()
    {
        var script = new MeterScript(ModelPlan.Alone, seed: 1);
        LineAnswer made = script.Answer(Meter);
        Assert.False(made.IsBad, made.Json);
        return script;
    }
}
