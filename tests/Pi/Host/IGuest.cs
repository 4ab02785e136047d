using System.Collections.Concurrent;

namespace HilBench.Pi;

/// <summary>
/// A virtual machine with the meter in it, as the rig sees it. Two kinds: an x86-64 PC whose pins are a module of ours
/// (<see cref="VirtualMachine"/>), and an emulated Raspberry Pi 3B with its real pin driver
/// (<see cref="Pi3bMachine"/>).
/// </summary>
internal interface IGuest : IDisposable
{
    /// <summary>What happened to the pins, in order.</summary>
    ConcurrentQueue<PinRecord> Records { get; }

    /// <summary>Lines the meter traced, in order.</summary>
    ConcurrentQueue<GuestLine> Lines { get; }

    /// <summary>When the last of <see cref="Records"/> came, by the host's clock.</summary>
    long LastHeard { get; }

    /// <summary>
    /// The present time on the clock of <see cref="Records"/>, as well as it is known outside; it may be late.
    /// </summary>
    TimeSpan Clock { get; }

    bool IsUp { get; }

    int Boots { get; }

    /// <summary>Waits until the guest takes commands; its pins exist then.</summary>
    void AwaitBoot();

    void Tell(string command);

    /// <summary>Waits for a line that begins with this text.</summary>
    string Expect(string beginning, TimeSpan patience);

    /// <summary>Cuts the power: the machine stops in the middle of whatever it did and loses its memory.</summary>
    void Cut();

    /// <summary>Gives the power back; lines that the stopped machine had still sent are dropped.</summary>
    void PowerOn();
}

/// <summary>A traced line (a word and the rest) and when, on the clock of the pins.</summary>
internal readonly record struct GuestLine(TimeSpan At, string Word, string Rest)
{
    /// <summary>The meter's clock: nanoseconds at the beginning of the line; null: the line is no trace.</summary>
    public static GuestLine? From(string line)
    {
        var words = line.Split(' ', 3);
        return words.Length == 3 && long.TryParse(words[0], out var nanoseconds)
            ? new GuestLine(TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick), words[1], words[2])
            : null;
    }
}
