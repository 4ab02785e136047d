using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>What a board does with the effects of its meter; a store is apart (<see cref="IRecordStore"/>).</summary>
public interface IMeterParts
{
    /// <summary>A save is about to begin, in this slot: the moment from which planned power cuts are counted.</summary>
    void SaveStarting(int slot);

    void SwitchLoad(LoadSwitchPosition position);

    void Show(DisplayText text);

    void Light(LedLights leds);

    void Sound(BeepPattern pattern);

    /// <summary>The meter has answered a token.</summary>
    /// <param name="answer">What, and when.</param>
    /// <param name="shown">What the same token has put on the display; empty when that is nothing.</param>
    void Answer(MeterAnswer answer, IReadOnlyList<string> shown);
}
