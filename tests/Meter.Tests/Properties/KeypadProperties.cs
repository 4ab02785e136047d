using CsCheck;
using HilBench.Meter.Tests.Fixture;

namespace HilBench.Meter.Tests.Properties;

/// <summary>Compares the keypad entry with a plain string, for any keys in any order with any pauses.</summary>
public class KeypadProperties
{
    private const char Pause = 'p';
    private const int MostRemembered = 99;

    /// <summary>Long runs of digits, so that whole tokens and too long ones occur.</summary>
    private static readonly Gen<string> Typing = Gen.Frequency(
        (12, Gen.Char['0', '9'].Array[1, 12].Select(keys => new string(keys))),
        (6, Gen.Char['0', '9'].Array[20, 22].Select(keys => new string(keys))),
        (4, Gen.Const("*")),
        (4, Gen.Const("#")),
        (1, Gen.Const(Pause.ToString())));

    [Fact]
    public void The_entry_is_what_a_plain_string_would_be() =>
        Typing.Array[1, 12].Sample(pieces =>
        {
            var meter = new MeterFixture();
            var text = "";
            foreach (var key in string.Concat(pieces))
            {
                var answer = ResultCode.None;
                if (key == Pause) meter.Wait(TimeSpan.FromSeconds(31));
                else answer = meter.Keys(key.ToString());
                var isJudged = key == '#' && text.Length > 0;
                Assert.Equal(isJudged, answer != ResultCode.None);
                if (isJudged) Assert.Equal(text.Length != 20, answer == ResultCode.FormatError && IsIncomplete(meter));
                text = After(text, key);
                Assert.Equal(text, meter.Model.State.Entry.Digits);
            }
        }, iter: 300);

    private static bool IsIncomplete(MeterFixture meter) => meter.Glass == "Incomplete";

    private static string After(string text, char key) => key switch
    {
        '#' or Pause => "",
        '*' => text.Length == 0 ? "" : text[..^1],
        _ => text.Length < MostRemembered ? text + key : text,
    };
}
