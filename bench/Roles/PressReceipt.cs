namespace HilBench.Roles;

/// <summary>Who can swear that a key press arrived.</summary>
public enum ReceiptWitness
{
    /// <summary>The meter's scanner reported the key after debouncing.</summary>
    Scanner,

    /// <summary>The model was handed the key; there are no pins on this rig.</summary>
    Model,

    /// <summary>Nobody saw it.</summary>
    Nobody,
}

/// <summary>
/// What is known about one key press. <paramref name="PressedAt"/> is when the contact first closed,
/// <paramref name="SeenAt"/> when the witness saw the key (null: it never did, and <paramref name="WhyNot"/> says why).
/// </summary>
public sealed record PressReceipt(
    char Key, TimeSpan PressedAt, TimeSpan? SeenAt, ReceiptWitness Witness, string? WhyNot = null)
{
    public bool IsDelivered => SeenAt is not null;

    public override string ToString() => SeenAt is { } seen
        ? $"{PressedAt:c}  {Key}  seen by the {Witness} after {(seen - PressedAt).TotalMilliseconds:0.0} ms"
        : $"{PressedAt:c}  {Key}  not delivered: {WhyNot}";
}
