using System.Numerics;
using System.Runtime.CompilerServices;

namespace HilBench.Chips;

/// <summary>Which wires the closed contacts join, and in which direction current can flow.</summary>
public sealed partial class PinHeader
{
    // ---- who is joined to whom ------------------------------------------------------------------------------

    /// <summary>
    /// Builds the relation "current can flow" contact by contact. Each step joins everything before the contact to
    /// everything behind it, so the relation is closed over chains of contacts at every moment and one pass is enough.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Reconnect()
    {
        for (int pin = 0; pin < PinCount; pin++) _flowsTo[pin] = _flowsFrom[pin] = 1UL << pin;
        _joined = 0;
        foreach (Contact contact in _contacts)
        {
            if (!contact.IsClosed) continue;
            if (contact.Flow != ContactFlow.SecondToFirst) Flow(contact.First, contact.Second);
            if (contact.Flow != ContactFlow.FirstToSecond) Flow(contact.Second, contact.First);
        }

        UpdateAttention();
    }

    /// <summary>Whatever reaches the anode also reaches whatever the cathode reaches.</summary>
    private void Flow(int anode, int cathode)
    {
        ulong sources = _flowsFrom[anode];
        ulong sinks = _flowsTo[cathode];
        _joined |= (1UL << anode) | (1UL << cathode);
        for (ulong rest = sources; rest != 0; rest &= rest - 1)
            _flowsTo[BitOperations.TrailingZeroCount(rest)] |= sinks;
        for (ulong rest = sinks; rest != 0; rest &= rest - 1)
            _flowsFrom[BitOperations.TrailingZeroCount(rest)] |= sources;
    }
}
