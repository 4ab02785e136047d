namespace HilBench.Board;

/// <summary>
/// A text panel as the meter's firmware drives it, whatever carries the bytes. The tests every one of them must pass
/// are <c>tests/Rig.Tests/Contract/DisplayContract.cs</c>.
/// </summary>
public interface ICharacterDisplay : IDisposable
{
    int Columns { get; }

    int LineCount { get; }

    /// <summary>Brings a panel that has just got power to an empty, visible screen.</summary>
    /// <exception cref="Roles.RigFaultException">There is no panel; the message says what to do.</exception>
    void Initialise();

    /// <summary>Makes the glass read <paramref name="lines"/>; what they leave out is blank.</summary>
    void Show(IReadOnlyList<string> lines);

    /// <summary>The panel can tell what it holds.</summary>
    bool CanReadBack { get; }

    /// <summary>The lines as the panel holds them; only where <see cref="CanReadBack"/>.</summary>
    IReadOnlyList<string> ReadBack();
}
