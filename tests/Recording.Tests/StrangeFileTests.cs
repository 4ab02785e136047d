using HilBench.Input;

namespace HilBench.Recording.Tests;

/// <summary>Files that somebody made to do harm, as a page in the browser may be sent.</summary>
public sealed class StrangeFileTests
{
    /// <summary>A kind that this version passes over.</summary>
    private const BlockKind Later = (BlockKind)99;

    [Fact]
    public void A_recording_of_ours_is_read_as_ever()
    {
        var file = Tapes.Write(recorder => recorder.Note(new AnswerGiven { Result = "Accept" }));
        Assert.Single(FlightRecording.ReadOfStranger("a.hbr", new MemoryStream(file)).Events);
    }

    [Theory]
    [InlineData(1, BlockKind.Wires)]
    [InlineData(7, Later)]
    internal void What_is_small_and_unpacks_to_very_much_is_refused_in_one_line(int times, BlockKind kind)
    {
        // Nine megabytes: twice that is too much of wires, eight times that of events.
        var block = Blocks.Pack(kind, kind == BlockKind.Wires ? Still(9 << 20) : new byte[9 << 20]);
        Assert.True(block.Length < 100_000);
        Assert.False(FlightRecording.ReadOfStranger("a.hbr", With(block, times)).IsCut);
        var wrong = Assert.Throws<SettingsException>(
            () => FlightRecording.ReadOfStranger("a.hbr", With(block, times + 1)));
        Assert.Equal("a.hbr: cannot be read as a recording: it holds too much", wrong.Message);
    }

    [Fact]
    public void A_block_that_would_fill_the_memory_by_itself_is_damage()
    {
        var block = Blocks.Pack(Later, new byte[(1 << 27) + 1]);
        var read = FlightRecording.ReadOfStranger("a.hbr", With(block, 1));
        Assert.True(read.IsCut);
        Assert.Null(read.End);
    }

    /// <summary>A block of wires whose one transfer has so many bytes.</summary>
    private static byte[] Still(int bytes)
    {
        // Number, time, place and wires 0; then time, place, code, line and traffic 0, and the length.
        List<byte> content = [0, 0, 0, 0, 0, 0, 0, 0, 0];
        var length = bytes - 13;
        for (; length >= 0x80; length >>= 7) content.Add((byte)((length & 0x7F) | 0x80));
        content.Add((byte)length);
        return [.. content, .. new byte[bytes - 13]];
    }

    private static MemoryStream With(byte[] block, int times)
    {
        var whole = Tapes.Write(recorder => ((Roles.IRigProbe)recorder).Line("I2C"));
        var end = Looking.RecordingFiles.LastBlockOf(whole);
        return new MemoryStream(
            [.. whole[..end], .. Enumerable.Repeat(block, times).SelectMany(one => one), .. whole[end..]]);
    }
}
