namespace HilBench.Meter;

/// <summary>What the buzzer says, in its own language of long and short.</summary>
public sealed record BuzzerTones
{
    /// <summary>A meter without a buzzer.</summary>
    public static BuzzerTones None { get; } = new()
    {
        Key = BeepPattern.Silent,
        Accept = BeepPattern.Silent,
        Half = BeepPattern.Silent,
        Refusal = BeepPattern.Silent,
    };

    /// <summary>A key that the meter heard; a key that brings an answer sounds like the answer.</summary>
    public BeepPattern Key { get; init; } = BeepPattern.OfMilliseconds(50);

    /// <summary>The token was taken.</summary>
    public BeepPattern Accept { get; init; } = BeepPattern.OfMilliseconds(500);

    /// <summary>A code was taken and another is awaited.</summary>
    public BeepPattern Half { get; init; } = BeepPattern.OfMilliseconds(100, 100, 100);

    /// <summary>Any refusal, and an entry that was not twenty digits.</summary>
    public BeepPattern Refusal { get; init; } = BeepPattern.OfMilliseconds(100, 100, 100, 100, 100);

    /// <summary>The sound that goes with an input and the answer to it.</summary>
    /// <param name="isKey">The input was a key the meter listened to.</param>
    /// <param name="answer">The answer, or none.</param>
    public BeepPattern For(bool isKey, ResultCode answer) => answer switch
    {
        ResultCode.Accept => Accept,
        ResultCode.None or ResultCode.NotReady => isKey ? Key : BeepPattern.Silent,
        _ => answer.IsAwaitingMore() ? Half : Refusal,
    };
}
