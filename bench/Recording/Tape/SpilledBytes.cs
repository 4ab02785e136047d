namespace HilBench.Recording;

/// <summary>Bytes that grow: in memory up to a megabyte, then in a temporary file that nobody else sees.</summary>
internal sealed class SpilledBytes : IDisposable
{
    private const int MostInMemory = 1 << 20;

    private Stream _bytes = new MemoryStream();

    public long Length => _bytes.Length;

    public void Add(ReadOnlySpan<byte> more)
    {
        if (_bytes is MemoryStream && _bytes.Length + more.Length > MostInMemory) MoveToDisk();
        _bytes.Seek(0, SeekOrigin.End);
        _bytes.Write(more);
    }

    public void CopyTo(Stream to) => CopyTo(to, 0, _bytes.Length);

    public void CopyTo(Stream to, long from, long count)
    {
        _bytes.Seek(from, SeekOrigin.Begin);
        var buffer = new byte[81_920];
        while (count > 0)
        {
            var got = _bytes.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (got == 0) throw new EndOfStreamException("a temporary file is shorter than what was written to it");
            to.Write(buffer, 0, got);
            count -= got;
        }
    }

    public void Dispose() => _bytes.Dispose();

    private void MoveToDisk()
    {
        var name = Path.Combine(Path.GetTempPath(), "hilbench-" + Path.GetRandomFileName());
        var file = new FileStream(
            name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose);
        // Without a name it cannot outlive this process, whatever ends it. Where that is not possible, closing does it.
        if (!OperatingSystem.IsWindows()) File.Delete(name);
        CopyTo(file);
        _bytes.Dispose();
        _bytes = file;
    }
}
