using System.IO.Compression;
using NATS.Client.Core;
using NATS.Client.ObjectStore;

namespace HilBench.Lab.Bus;

/// <summary>Bytes on their way: within the message, or beside it where they are too many.</summary>
/// <param name="Inside">Packed; null when they are beside.</param>
/// <param name="Beside">The name of the object; null when they are inside.</param>
public sealed record Parcel(byte[]? Inside, string? Beside)
{
    /// <summary>A broker takes a megabyte unless it is told otherwise; base64 makes a third more of these.</summary>
    private const int MostInside = 400_000;

    /// <summary>The most that a parcel may unpack to: more is no result of a scenario.</summary>
    private const int MostUnpacked = 256_000_000;

    /// <summary>Sends bytes off.</summary>
    /// <param name="bus">By whom.</param>
    /// <param name="name">What the object is called where there has to be one.</param>
    /// <param name="bytes">What is sent.</param>
    /// <param name="stop">Ends the waiting for a broker.</param>
    /// <param name="mostInside">More bytes than this, packed, go beside the message.</param>
    public static async Task<Parcel> Send(
        LabBus bus, string name, byte[] bytes, CancellationToken stop, int mostInside = MostInside)
    {
        var packed = Pack(bytes);
        if (packed.Length <= mostInside) return new Parcel(packed, null);
        await Put(bus, name, packed, stop);
        return new Parcel(null, name);
    }

    /// <summary>Sends it once more if the broker has lost it.</summary>
    /// <param name="bus">By whom.</param>
    /// <param name="bytes">What was sent.</param>
    /// <param name="stop">Ends the waiting for a broker.</param>
    public async Task SendAgain(LabBus bus, byte[] bytes, CancellationToken stop)
    {
        if (Beside is { } name && await Open(bus, stop) is null) await Put(bus, name, Pack(bytes), stop);
    }

    /// <summary>The bytes; null when the broker has them no more, or they are damaged.</summary>
    public async Task<byte[]?> Open(LabBus bus, CancellationToken stop)
    {
        if (Inside is not null) return Unpack(Inside);
        if (Beside is not { } name) return null;
        return await bus.Patiently(
            async () =>
            {
                try
                {
                    return Unpack(await (await bus.Parcels(stop)).GetBytesAsync(name, stop));
                }
                catch (NatsObjNotFoundException)
                {
                    return null;
                }
            },
            stop);
    }

    /// <summary>It is not needed any more.</summary>
    public async Task Forget(LabBus bus, CancellationToken stop)
    {
        if (Beside is not { } name) return;
        try
        {
            await (await bus.Parcels(stop)).DeleteAsync(name, stop);
        }
        catch (Exception wrong) when (wrong is NatsException or OperationCanceledException)
        {
            // It goes with its age.
        }
    }

    private static Task Put(LabBus bus, string name, byte[] packed, CancellationToken stop) => bus.Patiently(
        async () =>
        {
            await (await bus.Parcels(stop)).PutAsync(name, packed, stop);
            return true;
        },
        stop);

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[]? Unpack(byte[] packed)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            var part = new byte[1 << 16];
            int read;
            while ((read = zip.Read(part)) > 0)
            {
                whole.Write(part, 0, read);
                if (whole.Length > MostUnpacked) return null;
            }

            return whole.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
