namespace HilBench.TokenPort.Links;

/// <summary>How one character is carried.</summary>
public enum LineForm
{
    /// <summary>7E1, as IEC 62056-21 wants it, made by the port.</summary>
    SevenEven,

    /// <summary>7E1 made in software and carried as 8N1: for what moves bytes and knows no parity.</summary>
    SevenEvenInEight,

    /// <summary>8N1, as character panels want it, and some meters.</summary>
    EightNone,
}
