using System.Text;
using CsCheck;
using HilBench.Lots.Uploads;
using HilBench.Tokens;

namespace HilBench.Lots.Tests.Uploads;

/// <summary>What must hold for any number and any file.</summary>
public sealed class UploadProperties
{
    private static readonly Gen<string> AnyDigits =
        Gen.Select(Gen.OneOf(Gen.Const(11), Gen.Const(13), Gen.Const(18), Gen.Int[0, 20]), Gen.Char['0', '9'].Array[20])
            .Select((length, digits) => new string(digits[..length]));

    private static readonly Gen<string> PanLike =
        Gen.Select(Gen.OneOf(Gen.Const("600727"), Gen.Const("0000")), Gen.Char['0', '9'].Array[14])
            .Select((iin, digits) => (iin + new string(digits))[..18]);

    [Fact]
    public void A_number_is_refused_when_and_only_when_the_tokens_refuse_it() =>
        Gen.OneOf(AnyDigits, PanLike, PanLike.Select(Mended)).Sample(digits =>
        {
            _ = MeterCell.Read(digits, out var wrong);
            var isGood = digits.Length == MeterPan.DigitCount
                ? MeterPan.TryParse(digits, out _, out _)
                : MeterPan.WhyNoDrn(digits) is null;
            return wrong is null == isGood;
        });

    [Fact]
    public void Each_number_is_remembered_with_its_first_line() => Gen.ULong[1, 50].Array[0, 200].Sample(numbers =>
    {
        var (seen, first) = (new SeenNumbers(), new Dictionary<ulong, long>());
        for (var i = 0; i < numbers.Length; i++)
        {
            var known = first.TryGetValue(numbers[i], out var line) ? line : (long?)null;
            if (seen.Add(numbers[i], i + 2) != known) return false;
            first.TryAdd(numbers[i], i + 2);
        }

        return seen.Count == first.Count;
    });

    [Fact]
    public void A_hundred_thousand_numbers_are_all_told_apart_in_thirty_six_bytes_each()
    {
        var seen = new SeenNumbers();
        const int count = 100_000;
        for (var i = 1ul; i <= count; i++) Assert.Null(seen.Add(i * 20, (long)i));
        for (var i = 1ul; i <= count; i++) Assert.Equal((long)i, seen.Add(i * 20, 0));
        Assert.InRange(seen.Bytes / (double)count, 12, 36.1);
    }

    [Fact]
    public void Any_text_is_read_to_its_end_or_refused_in_one_line() => Gen.OneOf(
        [.. new[] { "meter", ",", ";", "\n", "\r\n", "\"", "\"\"", "07000000013", "\0", "é", "\t", " ", "|", "sgc" }
            .Select(Gen.Const)]).Array[0, 30].Sample(parts =>
    {
        var text = string.Concat(parts);
        var lines = text.Split('\n', '\r').Length;
        var found = new List<UploadFinding>();
        try
        {
            new UploadCheck("u.csv", found.Add).Run(
                new MemoryStream(Encoding.UTF8.GetBytes(text)), new Dictionary<UploadField, string>(),
                TestContext.Current.CancellationToken);
        }
        catch (Input.SettingsException refused)
        {
            Assert.DoesNotContain('\n', refused.Message);
        }

        Assert.All(found, one => Assert.InRange(one.Line, 2, lines));
    });

    /// <summary>With both check digits as they must be.</summary>
    private static string Mended(string pan)
    {
        var iin = pan.StartsWith("600727", StringComparison.Ordinal) ? 6 : 4;
        var drn = pan[iin..16];
        var body = pan[..iin] + drn + MeterPan.CheckDigit(drn);
        return body + MeterPan.CheckDigit(body);
    }
}
