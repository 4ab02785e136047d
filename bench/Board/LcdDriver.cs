namespace HilBench.Board;

/// <summary>Whose driver writes an HD44780.</summary>
public enum LcdDriver
{
    /// <summary>Ours: it writes only what differs, and reads back.</summary>
    Own,

    /// <summary>That of Iot.Device.Bindings over our wires: it writes whole lines and never reads.</summary>
    IotBindings,
}
