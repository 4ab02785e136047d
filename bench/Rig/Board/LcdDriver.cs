namespace HilBench.Rig.Board;

/// <summary>Whose driver writes an HD44780.</summary>
public enum LcdDriver
{
    /// <summary>Ours: as fast as the panel, in the bench's time, and it reads back.</summary>
    Own,

    /// <summary>That of Iot.Device.Bindings, which waits by the wall clock and never reads.</summary>
    IotBindings,
}
