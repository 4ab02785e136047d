using System.Globalization;

namespace HilBench.Pi;

/// <summary>
/// One access to a register of the emulated GPIO block, from QEMU's trace events <c>memory_region_ops_read</c> and
/// <c>memory_region_ops_write</c>. They come in the order of the accesses, none is left out, and the time is the
/// host's. Such a line (here broken in two) looks like <c>5621@1795624965.055587:memory_region_ops_write cpu 1 mr 0x7f
/// addr 0x3f200028 value 0x20 size 4 name 'bcm2835_gpio'</c>.
/// </summary>
/// <param name="At">Since 1970.</param>
/// <param name="IsWrite">Else a read.</param>
/// <param name="IsGuest">Else the bench did it, over QEMU's test socket.</param>
/// <param name="Register">Offset in the block, such as 0x34.</param>
/// <param name="Value">Written, or read.</param>
internal readonly record struct RegisterAccess(TimeSpan At, bool IsWrite, bool IsGuest, int Register, uint Value)
{
    private const string Block = "name 'bcm2835_gpio'";
    private const string Write = "memory_region_ops_write";
    private const string Read = "memory_region_ops_read";
    private const int BlockBytes = 0x1000;
    private const int NoProcessor = -1;

    /// <summary>Null when the line is about something else.</summary>
    public static RegisterAccess? From(string line)
    {
        if (!line.EndsWith(Block, StringComparison.Ordinal)) return null;
        var begin = line.IndexOf('@') + 1;
        var end = line.IndexOf(':', begin);
        if (begin == 0 || end < 0) return null;
        var words = line[(end + 1)..].Split(' ');
        if (words is not [Write or Read, "cpu", var cpu, "mr", _, "addr", var address, "value", var value, ..])
            return null;
        return new RegisterAccess(
            TimeSpan.FromTicks((long)(decimal.Parse(line[begin..end], CultureInfo.InvariantCulture)
                * TimeSpan.TicksPerSecond)),
            words[0] == Write,
            int.Parse(cpu, CultureInfo.InvariantCulture) != NoProcessor,
            (int)(Hex(address) % BlockBytes),
            (uint)Hex(value));
    }

    private static ulong Hex(string text) =>
        ulong.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
