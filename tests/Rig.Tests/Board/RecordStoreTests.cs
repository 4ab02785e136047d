using HilBench.Board;
using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Board;

/// <summary>
/// What is special about each record store. What all of them promise is tested by Contract/StoreContract.cs.
/// </summary>
public sealed class RecordStoreTests : IDisposable
{
    private const int SlotBytes = 200;

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-store-").FullName;
    private readonly PinBench _bench = new();
    private readonly Eeprom24C _chip;
    private readonly EmulatedI2cBus _bus = new();

    public RecordStoreTests()
    {
        _chip = new Eeprom24C(_bench.Circuit);
        _bus.Attach(_chip);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Only_pages_that_differ_are_written()
    {
        var store = Open("eeprom");
        store.Read(0);
        store.Write(0, Image(1));
        var changed = Image(1);
        changed[70] ^= 0xFF;
        Assert.True(store.Write(0, changed));
        Assert.Equal([1L, 1, 2, 1, 1, 1, 1, 0], Enumerable.Range(0, 8).Select(_chip.WritesOf));
    }

    [Fact]
    public void The_board_may_work_while_pages_are_written_and_read_back()
    {
        var store = Open("eeprom");
        var moments = new List<TimeSpan>();
        store.WhileWaiting(() => moments.Add(_bench.Now));
        Assert.True(store.Write(0, Image(1)));
        Assert.Equal(7 + 2, moments.Count);
        Assert.All(moments.Zip(moments.Skip(1)), pair => Assert.InRange(
            pair.Second - pair.First, TimeSpan.Zero, EepromRecordStore.WriteCycle));
    }

    [Fact]
    public void A_bad_cell_is_noticed_when_the_slot_is_read_back()
    {
        var store = Open("eeprom");
        _chip.StickCell(33, 0x5A);
        Assert.False(store.Write(0, Image(1)));
        Assert.False(store.Write(0, Image(1)));
        _chip.RepairCell(33);
        Assert.True(store.Write(0, Image(1)));
    }

    [Fact]
    public void A_chip_that_is_not_there_is_a_failed_save_and_no_endless_loop()
    {
        var store = new EepromRecordStore(_bus.CreateDevice(0x57), _bench, SlotBytes);
        Assert.False(store.Write(0, Image(1)));
        Assert.InRange(_bench.Now, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_slot_cut_off_in_the_middle_spoils_no_other_and_can_be_written_again()
    {
        var store = new FileRecordStore(_folder, SlotBytes);
        store.Write(0, Image(1));
        store.Write(1, Image(2));
        File.WriteAllBytes(store.PathOf(0), Image(3)[..70]);
        Assert.NotEqual(Image(3), Open("file").Read(0));
        Assert.Equal(Image(2), Open("file").Read(1));
        Assert.True(Open("file").Write(0, Image(4)));
        Assert.Equal(Image(4), Open("file").Read(0));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_fault_of_the_rig()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        Assert.Throws<RigFaultException>(() => new FileRecordStore(Path.Combine(_folder, "file", "x"), SlotBytes));
    }

    private static byte[] Image(int number)
    {
        var image = new byte[SlotBytes];
        new Random(number).NextBytes(image);
        return image;
    }

    private IRecordStore Open(string kind) => kind == "file"
        ? new FileRecordStore(_folder, SlotBytes)
        : new EepromRecordStore(_bus.CreateDevice(0x50), _bench, SlotBytes);
}
