namespace HilBench.Recording.Looking.Waves;

/// <summary>What a lane is about; lanes stand in this order.</summary>
public enum WaveKind
{
    /// <summary>The steps of the scenario; of a recording alone.</summary>
    Step,

    /// <summary>The pictures on the display.</summary>
    Glass,

    /// <summary>What was done to the meter and what was seen of it; of a recording alone.</summary>
    Deeds,

    /// <summary>The contact of a key.</summary>
    Contact,

    /// <summary>Rows, columns and the interrupt of the keypad.</summary>
    Keypad,

    /// <summary>Pins of the display.</summary>
    Display,

    Buzzer,

    Lamp,

    /// <summary>Mains and load switch.</summary>
    Supply,

    /// <summary>A wire of another name.</summary>
    Other,

    /// <summary>An I2C bus.</summary>
    Bus,

    /// <summary>A serial link.</summary>
    Link,

    /// <summary>What the meter's program is told.</summary>
    Told,

    /// <summary>What the meter's program wants done.</summary>
    Wanted,
}
