namespace HilBench.Roles;

/// <summary>The customer's fingers.</summary>
public interface IKeypad
{
    /// <summary>The legends of all keys, row by row from the top left.</summary>
    string Keys { get; }

    /// <summary>Presses and releases one key with the rig's press and gap times.</summary>
    /// <exception cref="StimulusNotDeliveredException">Nobody saw the key.</exception>
    PressReceipt Press(char key);

    /// <summary>
    /// Holds one key for <paramref name="hold"/>, then keeps the fingers off for <paramref name="gap"/>.
    /// </summary>
    /// <exception cref="StimulusNotDeliveredException">Nobody saw the key.</exception>
    PressReceipt Press(char key, TimeSpan hold, TimeSpan gap);

    /// <summary>
    /// Presses several keys at the same moment. Whether the scanner takes any of them is what such a press is to find
    /// out, so the receipts say so and nothing is thrown.
    /// </summary>
    IReadOnlyList<PressReceipt> PressTogether(string keys);

    /// <summary>Pushes a key down and leaves it there: a stuck key. Returns after the rig's press time.</summary>
    PressReceipt HoldDown(char key);

    /// <summary>How long a contact chatters, at most, at every press and release from now on.</summary>
    /// <exception cref="StimulusNotDeliveredException">This bench has no contacts that could chatter.</exception>
    void SetBounce(TimeSpan longest);

    /// <summary>Lets a key up that <see cref="HoldDown"/> left down, and waits the rig's gap time.</summary>
    void LetGo(char key);

    /// <summary>Every press so far, oldest first.</summary>
    IReadOnlyList<PressReceipt> Log { get; }
}
