using HilBench.Meter;

namespace HilBench.Simulation.Memory;

/// <summary>
/// The memory of the model alone: pages of 32 bytes, and only those that differ are written, byte by byte. A page has
/// 33 places for a cut: before its first byte and after each of them.
/// </summary>
public sealed class ModelMemory(int slotBytes) : ITrialMemory
{
    public const int PageBytes = 32;
    private const int CutsPerPage = PageBytes + 1;

    private readonly byte[][] _slots = [new byte[slotBytes], new byte[slotBytes]];

    /// <summary>Whole writes that nobody has looked at yet.</summary>
    private readonly Effect.Save?[] _written = new Effect.Save?[2];

    public string Name => "model";

    public byte[] Read(int slot) => [.. Held(slot)];

    public void Set(int slot, ReadOnlySpan<byte> image)
    {
        _written[slot] = null;
        image.CopyTo(_slots[slot]);
    }

    public bool Write(int slot, ReadOnlySpan<byte> image)
    {
        Set(slot, image);
        return true;
    }

    public bool Write(Effect.Save save)
    {
        _written[save.Slot] = save;
        return true;
    }

    public int CutsIn(int slot, ReadOnlySpan<byte> image) =>
        Math.Max(1, Pages(Held(slot), image).Count * CutsPerPage);

    public void WriteUntil(int cut, int slot, ReadOnlySpan<byte> image)
    {
        var held = Held(slot);
        var pages = Pages(held, image);
        for (var i = 0; i < pages.Count && i <= cut / CutsPerPage; i++)
        {
            var bytes = i < cut / CutsPerPage ? PageBytes : cut % CutsPerPage;
            image.Slice(pages[i], bytes).CopyTo(held.AsSpan(pages[i]));
        }
    }

    public void Dispose()
    {
    }

    private byte[] Held(int slot)
    {
        if (_written[slot] is { } save) Set(slot, save.Image.Span);
        return _slots[slot];
    }

    /// <summary>Where the pages begin that a write of this image has to write.</summary>
    internal static List<int> Pages(ReadOnlySpan<byte> held, ReadOnlySpan<byte> image)
    {
        var pages = new List<int>();
        for (var at = 0; at < image.Length; at += PageBytes)
        {
            if (!image.Slice(at, PageBytes).SequenceEqual(held.Slice(at, PageBytes))) pages.Add(at);
        }

        return pages;
    }
}
