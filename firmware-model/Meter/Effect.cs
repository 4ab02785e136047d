namespace HilBench.Meter;

/// <summary>
/// What the board must do, in the order given. <see cref="Save"/> always comes first, so an acceptance is never shown
/// before it is safe; when a save fails the board drops the rest and says <see cref="MeterInput.SaveFailed"/>.
/// </summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>
    /// Write the image to slot 0 or 1 of the store and read it back. Half the work of a save is its checksum, and a
    /// bench without a store never looks at the bytes: they are made when somebody does.
    /// </summary>
    public sealed record Save(int Slot, StoredRecord Record) : Effect
    {
        private byte[]? _image;

        /// <summary>The record as <see cref="StoredRecord"/> lays it out.</summary>
        public ReadOnlyMemory<byte> Image => _image ??= StoredRecord.Encode(Record.Registers, Record.Sequence);

        public bool Equals(Save? other) => other is not null && Slot == other.Slot && Record == other.Record;

        public override int GetHashCode() => HashCode.Combine(Slot, Record);
    }

    /// <summary>Move the load switch.</summary>
    public sealed record SwitchLoad(LoadSwitchPosition Position) : Effect;

    /// <summary>Put this text on the display.</summary>
    public sealed record Show(DisplayText Text) : Effect;

    /// <summary>Let the lamps do this from now on.</summary>
    public sealed record Light(LedLights Leds) : Effect;

    /// <summary>Let the buzzer sound; a sound that has not ended gives way.</summary>
    public sealed record Sound(BeepPattern Pattern) : Effect;

    /// <summary>A token has its answer: for the token port, the script and the bench's log.</summary>
    public sealed record Answer(ResultCode Result) : Effect;
}
