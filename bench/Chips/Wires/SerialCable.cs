namespace HilBench.Chips;

/// <summary>
/// <b>A cable between two serial ports</b>: bytes come through as they are, until it is pulled, hears noise, or the two
/// ends run at different rates.
/// <para>
/// <b>Not modelled:</b> bits: noise turns one bit of a byte over, and a wrong rate makes of each byte another.
/// </para>
/// </summary>
public sealed class SerialCable
{
    private const byte FlippedBit = 0x10;
    private const byte WrongRate = 0xA5;

    /// <summary>Nothing comes through: strikes at each byte.</summary>
    public Defect? Pulled { get; set; }

    /// <summary>A byte comes through damaged: strikes at each it damages.</summary>
    public Defect? Noise { get; set; }

    /// <summary>All comes through as something else: strikes at each byte.</summary>
    public Defect? WrongBaud { get; set; }

    /// <summary>Something has happened to a byte on its way.</summary>
    public bool HasDisturbed => Pulled?.Strikes > 0 || Noise?.Strikes > 0 || WrongBaud?.Strikes > 0;

    /// <summary>What arrives of a byte; null = nothing. <paramref name="isDamaged"/> = a receiver can tell.</summary>
    public byte? Carry(byte sent, out bool isDamaged)
    {
        isDamaged = false;
        if (Pulled?.Strike() == true) return null;
        isDamaged = Noise?.Strike() == true;
        var arrives = isDamaged ? (byte)(sent ^ FlippedBit) : sent;
        if (WrongBaud?.Strike() != true) return arrives;
        isDamaged = true;
        return (byte)(arrives ^ WrongRate);
    }
}
