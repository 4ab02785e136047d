using HilBench.Board;
using HilBench.Meter;
using HilBench.Physical;
using HilBench.RigFiles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.Physical;

/// <summary>A meter in real time on a thread of its own, behind any link.</summary>
internal sealed class RealTimeMeter : IDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly MemoryRecordStore _store = new();
    private readonly IByteLink _link;
    private readonly Thread _thread;
    private readonly MeterProfile _profile;
    private bool _hasMains = true;

    /// <param name="link">Where a reader speaks to it.</param>
    /// <param name="made">How it leaves the factory.</param>
    /// <param name="afterAnswer">Breaks a rule on purpose: called on the meter's thread after each answer.</param>
    /// <param name="profile">Null = generic.</param>
    public RealTimeMeter(
        IByteLink link, MeterRegisters made, Action<RealTimeMeter>? afterAnswer = null, MeterProfile? profile = null)
    {
        (_link, _profile) = (link, profile ?? MeterProfile.Generic);
        _store.Write(0, StoredRecord.Encode(made, sequence: 0));
        _thread = new Thread(() => Run(afterAnswer)) { IsBackground = true, Name = "meter" };
        _thread.Start();
    }

    /// <summary>The name under which a reader opens the link.</summary>
    public string Port => _link.Name;

    public Exception? Failure { get; private set; }

    /// <summary>Without it the meter hears nothing and forgets what it has not stored.</summary>
    public bool HasMains
    {
        get => Volatile.Read(ref _hasMains);
        set => Volatile.Write(ref _hasMains, value);
    }

    public StoredRecord Stored => StoredRecord.Newest(_store.Read(0), _store.Read(1))!;

    /// <summary>Makes the meter restart from a modified record.</summary>
    public MeterRegisters? Doctored { get; set; }

    public void Dispose()
    {
        _stop.Cancel();
        Assert.True(_thread.Join(TimeSpan.FromSeconds(5)), "the meter did not stop within 5 s");
        _link.Dispose();
    }

    private void Run(Action<RealTimeMeter>? afterAnswer)
    {
        try
        {
            var clock = new WallClock();
            var settings = new TokenPortSettings { Maker = "HIl", Accounting = _profile.Accounting };
            var port = new PortLine(new TokenPortServer(settings), _link, clock);
            while (!_stop.IsCancellationRequested)
            {
                var board = new LinkBoard(
                    new Meter.Meter(_profile, ModelPlan.Alone.Tables), _store, clock, port: port);
                board.Answered += _ => afterAnswer?.Invoke(this);
                board.PowerUp();
                while (!_stop.IsCancellationRequested && Doctored is null && HasMains) board.Step(Breath);
                if (!HasMains) port.Server.PowerDown();
                while (!_stop.IsCancellationRequested && !HasMains)
                {
                    Thread.Sleep(Breath);
                    _link.DiscardInput();
                }

                if (Doctored is not { } doctored) continue;
                _store.Write(0, StoredRecord.Encode(doctored, Stored.Sequence + 2 + Stored.Sequence % 2));
                Doctored = null;
            }
        }
        catch (Exception wrong)
        {
            Failure = wrong;
        }
    }
}
