using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Tests.Board;

namespace HilBench.Rig.Tests.Contract;

/// <summary>What every record store promises, tested on all of them.</summary>
public sealed class StoreContract : IDisposable
{
    private const int SlotBytes = StoredRecord.SlotBytes;

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-store-").FullName;
    private readonly PinBench _bench = new();
    private readonly MemoryRecordStore _memory = new();
    private readonly EmulatedI2cBus _quick = new();
    private readonly EmulatedI2cBus _slow;

    public StoreContract()
    {
        _slow = new EmulatedI2cBus(2, _bench.Circuit.Time);
        _quick.Attach(new Eeprom24C(_bench.Circuit));
        _slow.Attach(new Eeprom24C(_bench.Circuit));
    }

    /// <summary>In the machine with the kernel's pins, only its disk is worth testing.</summary>
    public static TheoryData<string> Stores =>
        KernelPins.AreHere ? ["file"] : ["eeprom", "eeprom at 100 kHz", "file", "memory"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_slot_never_written_reads_as_ones(string kind)
    {
        Assert.Equal(SlotBytes, Open(kind).SlotBytes);
        Assert.All(Open(kind).Read(1), cell => Assert.Equal(0xFF, cell));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void What_was_written_is_read_after_a_restart_and_the_other_slot_is_left_alone(string kind)
    {
        var store = Open(kind);
        Assert.True(store.Write(0, Image(1)));
        Assert.True(store.Write(1, Image(2)));
        Assert.True(store.Write(0, Image(3)));
        var restarted = Open(kind);
        Assert.Equal(Image(3), restarted.Read(0));
        Assert.Equal(Image(2), restarted.Read(1));
        Assert.Empty(_bench.Circuit.Findings.All);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void The_store_keeps_its_own_copy_of_an_image(string kind)
    {
        var store = Open(kind);
        var image = Image(1);
        store.Write(0, image);
        image[0] ^= 0xFF;
        var read = store.Read(0);
        Assert.Equal(Image(1), read);
        read[0] ^= 0xFF;
        Assert.True(store.Write(0, Image(1)));
        Assert.Equal(Image(1), store.Read(0));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void The_same_image_again_is_still_there(string kind)
    {
        var store = Open(kind);
        Assert.True(store.Write(1, Image(7)));
        Assert.True(store.Write(1, Image(7)));
        Assert.Equal(Image(7), store.Read(1));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void An_image_of_another_size_is_refused_and_changes_nothing(string kind)
    {
        var store = Open(kind);
        store.Write(0, Image(1));
        Assert.Throws<ArgumentException>(() => store.Write(0, new byte[SlotBytes - 1]));
        Assert.Throws<ArgumentException>(() => store.Write(0, new byte[SlotBytes + 1]));
        Assert.Equal(Image(1), store.Read(0));
    }

    private static byte[] Image(int number)
    {
        var image = new byte[SlotBytes];
        new Random(number).NextBytes(image);
        return image;
    }

    private IRecordStore Open(string kind) => kind switch
    {
        "file" => new FileRecordStore(_folder, SlotBytes),
        "memory" => _memory,
        "eeprom" => new EepromRecordStore(_quick.CreateDevice(0x50), _bench, SlotBytes),
        _ => new EepromRecordStore(_slow.CreateDevice(0x50), _bench, SlotBytes),
    };
}
