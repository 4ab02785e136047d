using HilBench.Meter.Split;

namespace HilBench.Meter.Tests.Split;

/// <summary>Frames, pictures and the pairing as bytes: what goes in comes out, and what is damaged does not.</summary>
public sealed class LineFrameTests
{
    private static readonly LineFrame Sample =
        new("37000000010", FrameKind.Entry, 7, "12345678901234567890"u8.ToArray());

    [Theory]
    [InlineData("37000000010")]
    [InlineData("0600000000017")]
    public void A_frame_comes_out_as_it_went_in(string meter)
    {
        var bytes = (Sample with { Meter = meter }).Encode();
        var frame = LineFrame.Decode(bytes);
        Assert.NotNull(frame);
        Assert.Equal((meter, FrameKind.Entry, (byte)7), (frame.Meter, frame.Kind, frame.Number));
        Assert.Equal(Sample.Body.ToArray(), frame.Body.ToArray());
    }

    /// <summary>The table of docs/hardware/split.md, byte by byte.</summary>
    [Fact]
    public void The_bytes_of_a_frame_are_those_of_the_page()
    {
        var bytes = new LineFrame("37000000010", FrameKind.Ask, 1, new byte[] { 1 }).Encode();
        Assert.StartsWith("A5000C" + "37000000010FFF" + "02" + "01" + "01", Convert.ToHexString(bytes));
        Assert.Equal(3 + 12, bytes.Length);
    }

    [Fact]
    public void A_frame_with_any_bit_turned_over_is_none()
    {
        var bytes = Sample.Encode();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var damaged = bytes.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(LineFrame.Decode(damaged));
        }
    }

    [Fact]
    public void A_frame_is_found_behind_noise_and_behind_a_frame_that_lost_bytes()
    {
        var collector = new FrameCollector();
        var bytes = Sample.Encode();
        byte[] line = [0x00, LineFrame.Start, 0x11, .. bytes[..9], .. bytes, .. bytes];
        var found = line.Select(value => collector.Take(value, MeterTime.Start)).OfType<LineFrame>().ToArray();
        Assert.Equal(2, found.Length);
        Assert.All(found, frame => Assert.Equal(7, frame.Number));
    }

    [Fact]
    public void A_pause_ends_a_frame_that_was_cut_off()
    {
        var collector = new FrameCollector();
        var bytes = Sample.Encode();
        foreach (var value in bytes[..20]) Assert.Null(collector.Take(value, MeterTime.Start));
        Assert.True(collector.IsCollecting);
        var later = MeterTime.From(TimeSpan.FromSeconds(1));
        var found = bytes.Select(value => collector.Take(value, later)).OfType<LineFrame>();
        Assert.Single(found);
        Assert.False(collector.IsCollecting);
    }

    [Fact]
    public void A_picture_comes_out_as_it_went_in()
    {
        var picture = new LinePicture(
            ["Accept", "▊⌂ 10.0 kWh"], new LedLights(LedLight.Blinking, LedLight.Lit, LedLight.Dark))
        {
            Answers = 3, Result = ResultCode.UsedError, Sound = BeepPattern.OfMilliseconds(100, 50, 500),
        };
        Assert.Equal(picture, LinePicture.Decode(picture.Encode()));
        var atWork = picture with { IsAtWork = true, Result = ResultCode.None };
        Assert.Equal(atWork, LinePicture.Decode(atWork.Encode()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("00000002")]
    [InlineData("000000020505")]
    [InlineData("0000000100")]
    public void What_is_no_picture_is_none(string body) =>
        Assert.Null(LinePicture.Decode(Convert.FromHexString(body)));

    [Theory]
    [InlineData("")]
    [InlineData("37000000010")]
    [InlineData("0600000000017")]
    public void A_pairing_is_kept(string meter) =>
        Assert.Equal(meter, PairingRecord.Decode(PairingRecord.Encode(meter)));

    [Fact]
    public void A_pairing_that_cannot_be_believed_is_none()
    {
        var record = PairingRecord.Encode("37000000010");
        record[3] ^= 1;
        Assert.Equal("", PairingRecord.Decode(record));
        Assert.Equal("", PairingRecord.Decode(new byte[PairingRecord.Bytes]));
    }
}
