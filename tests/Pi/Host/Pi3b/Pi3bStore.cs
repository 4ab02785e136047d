using HilBench.Meter;


namespace HilBench.Pi;

/// <summary>
/// The two slots in the guest's memory: an emulated Pi has no disk here. They are read by the guest's shell while the
/// meter runs.
/// </summary>
internal sealed class Pi3bStore(IGuest guest) : IGuestStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const string Absent = "-";

    public void Make(byte[] slotA, byte[] slotB)
    {
        guest.AwaitBoot();
        guest.Tell($"make {Text(slotA)} {Text(slotB)}");
        guest.Expect("made", Patience);
    }

    public StoredRecord? Read()
    {
        guest.Tell("slots");
        var words = guest.Expect("slots ", Patience).Split(' ');
        return StoredRecord.Newest(Slot(words[1]), Slot(words[2]));
    }

    /// <summary>A slot that was never written is a file that is not there.</summary>
    private static string Text(byte[] slot) =>
        slot.All(cell => cell == 0xFF) ? Absent : Convert.ToBase64String(slot);

    private static byte[] Slot(string text) => text == Absent ? [] : Convert.FromBase64String(text);
}
