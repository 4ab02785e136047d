namespace HilBench.Recording;

/// <summary>What a block of a file holds. The numbers are part of the format; blocks of other kinds are passed over.</summary>
internal enum BlockKind : byte
{
    /// <summary>JSON: <see cref="RecordingHead"/>; always the first.</summary>
    Head = 1,

    /// <summary>One <see cref="RecordedEvent"/> a line.</summary>
    Events = 2,

    /// <summary>Levels of wires and bytes on lines (<see cref="WireBlock"/>).</summary>
    Wires = 3,

    /// <summary>JSON: <see cref="RecordingEnd"/>; always the last.</summary>
    End = 4,
}
