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

    /// <summary>Write the image to slot 0 or 1 of the store and read it back.</summary>
    public sealed record Save(int Slot) : Effect
    {
        private readonly MeterRegisters? _registers;
        private readonly long _sequence;
        private byte[]? _image;

        public Save(int slot, ReadOnlyMemory<byte> image)
            : this(slot) => _image = image.ToArray();

        /// <summary>
        /// Half the work of a save is its checksum, and a bench without a store never looks at the image: it is made
        /// when somebody does.
        /// </summary>
        internal Save(int slot, MeterRegisters registers, long sequence)
            : this(slot) => (_registers, _sequence) = (registers, sequence);

        /// <summary>The record as <see cref="StoredRecord"/> lays it out.</summary>
        public ReadOnlyMemory<byte> Image => _image ??= StoredRecord.Encode(_registers!, _sequence);

        public bool Equals(Save? other) =>
            other is not null && Slot == other.Slot && Image.Span.SequenceEqual(other.Image.Span);

        public override int GetHashCode() => Slot;
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
