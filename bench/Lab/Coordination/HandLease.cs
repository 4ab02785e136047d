using HilBench.Input;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Coordination;

/// <summary>A rig for work by hand.</summary>
public sealed class HandLease(LabBoard board)
{
    private readonly LeaseKeeper _leases = new(board, board.Bus.Address.User);

    /// <summary>Takes a rig that is free, or makes one's own lease last from now on for so long.</summary>
    /// <exception cref="SettingsException">There is no such rig.</exception>
    /// <exception cref="LabException">It is not to be had; the message says why.</exception>
    public async Task<Kept<Lease>> Take(string rig, string what, TimeSpan length, CancellationToken stop)
    {
        var look = await LookAt(rig, stop);
        var there = await board.Leases.Get(rig, stop);
        if (there?.Value is { } own && IsMine(own) && own.IsHeldAt(board.Bus.Now))
            return await _leases.Renew(there, length, stop) ?? throw Taken(rig);
        if (look.State != RigLook.Free) throw new LabException($"{rig} is not to be had: {look.Told}");
        return await _leases.Take(rig, run: "", what, length, look.Card.Fence, stop) ?? throw Taken(rig);
    }

    /// <summary>Gives it back.</summary>
    /// <exception cref="SettingsException">There is no such rig, or it is not this user's.</exception>
    public async Task GiveBack(string rig, CancellationToken stop)
    {
        await LookAt(rig, stop);
        var there = await board.Leases.Get(rig, stop);
        if (there?.Value is not { } lease || !lease.IsHeldAt(board.Bus.Now)) return;
        if (!IsMine(lease)) throw new SettingsException($"{rig} is not yours: it is {lease.Told}");
        if (await _leases.GiveBack(there, stop) is null) throw Taken(rig);
    }

    private static LabException Taken(string rig) => new($"{rig} was taken by somebody else a moment ago");

    private bool IsMine(Lease lease) => lease.Holder == board.Bus.Address.User && lease.Run.Length == 0;

    private async Task<RigLook> LookAt(string rig, CancellationToken stop)
    {
        var look = await LabLook.At(board, stop);
        return look.Rigs.FirstOrDefault(one => one.Card.Name == rig) ?? throw new SettingsException(
            $"no rig {OneLine.Whole(rig)} has joined this lab; there are: "
            + string.Join(", ", look.Rigs.Select(one => one.Card.Name)));
    }
}
