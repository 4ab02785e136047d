using HilBench.Tokens;

namespace HilBench.Meter.Tests.Fixture;

/// <summary>
/// A meter with a clock that only the test moves, a store of two slots, and a host that carries out the effects in
/// order, as the board does. <see cref="Effects"/> has everything the host did since the newest stimulus.
/// </summary>
internal sealed class MeterFixture
{
    public const string Number = "600727000000000009";

    private readonly byte[][] _slots = [new byte[StoredRecord.SlotBytes], new byte[StoredRecord.SlotBytes]];
    private readonly List<Effect> _effects = [];
    private Watts _load;

    public MeterFixture(MeterProfile? profile = null, MeterRegisters? registers = null)
    {
        Profile = profile ?? MeterProfile.Generic;
        Model = new Meter(Profile, StaTables.Sample);
        Text = DisplayText.Blank(Profile.Display);
        _slots[0] = StoredRecord.Encode(registers ?? AsMade(), 0);
        ReturnMains();
    }

    public MeterProfile Profile { get; }

    public Meter Model { get; private set; }

    public MeterTime Now { get; private set; } = MeterTime.From(TimeSpan.FromHours(1));

    public DisplayText Text { get; private set; }

    public LoadSwitchPosition Switch { get; private set; }

    public LedLights Leds { get; private set; }

    /// <summary>What the meter asked for since the newest key, token, reading or wait began.</summary>
    public IReadOnlyList<Effect> Effects => _effects;

    public int Saves { get; private set; }

    /// <summary>The store takes this many bytes of the next save, then the mains fails.</summary>
    public int? TearNextSaveAfter { get; set; }

    /// <summary>The store does not read back what it was given.</summary>
    public bool StoreIsBroken { get; set; }

    public MeterRegisters Registers =>
        Model.State.Registers ?? throw new InvalidOperationException("The meter has no registers now.");

    public IReadOnlyList<byte[]> Slots => _slots;

    /// <summary>What a restart would find.</summary>
    public MeterRegisters? Stored => StoredRecord.Newest(_slots[0], _slots[1])?.Registers;

    /// <summary>Millijoules that really flowed through the switch; the meter's own count has no part in it.</summary>
    public Int128 Flowed { get; private set; }

    /// <summary>The lines of the glass without their padding, joined by a bar.</summary>
    public string Glass => string.Join('|', Text.Lines.Select(line => line.TrimEnd())).TrimEnd('|');

    public EnergyAmount Credit => Registers.Credit.Shown;

    /// <summary>A meter with the key <see cref="TestKeys.Old"/>, whose TID store knows nothing below 1000.</summary>
    public static MeterRegisters AsMade(decimal kwh = 0, MeterKey? key = null, TidStore? tids = null) =>
        MeterRegisters.AsMade(
            MeterPan.Parse(Number),
            key ?? TestKeys.Old,
            tids ?? TidStore.AsMade(50, new TokenIdentifier(1000)),
            EnergyAmount.FromKwh(kwh));

    /// <summary>Types keys one by one, 200 ms apart, and gives the newest answer.</summary>
    public ResultCode Keys(string keys)
    {
        _effects.Clear();
        foreach (var key in keys)
        {
            Run(new MeterInput.KeyPressed(key));
            Advance(TimeSpan.FromMilliseconds(200));
        }

        return Answer;
    }

    /// <summary>Types twenty digits and Enter.</summary>
    public ResultCode Types(TokenNumber token) => Keys(token + "#");

    /// <summary>A token of any form through the token port.</summary>
    public ResultCode Receives(string digits)
    {
        Do(new MeterInput.TokenReceived(digits));
        return Answer;
    }

    public void Do(MeterInput input)
    {
        _effects.Clear();
        Run(input);
    }

    public void Draws(int watts)
    {
        _load = new Watts(watts);
        Do(new MeterInput.LoadDraws(_load));
    }

    /// <summary>Lets time pass as a host does: the meter is called at each moment it asked for.</summary>
    public void Wait(TimeSpan span)
    {
        _effects.Clear();
        Advance(span);
    }

    /// <summary>Lets time pass without calling the meter, which notices it at its next input.</summary>
    public void Sleep(TimeSpan span)
    {
        _effects.Clear();
        Now += span;
    }

    /// <summary>The mains fails and the meter is told; whatever it saves is saved before the supply ends.</summary>
    public void FailMains()
    {
        Do(new MeterInput.PowerFailing());
        Now += Profile.HoldUp;
        CutMains();
    }

    public void CutMains()
    {
        _effects.Clear();
        Run(new MeterInput.PowerDown());
        Switch = LoadSwitchPosition.Open;
        Leds = default;
        Text = DisplayText.Blank(Profile.Display);
    }

    public void ReturnMains()
    {
        _effects.Clear();
        Run(new MeterInput.PowerUp(_slots[0], _slots[1]));
        if (_load.Value > 0) Run(new MeterInput.LoadDraws(_load));
    }

    /// <summary>Overwrites bytes of the store without the meter's knowledge.</summary>
    public void Spoil(int slot) => Array.Fill(_slots[slot], (byte)0xFF);

    private ResultCode Answer => _effects.OfType<Effect.Answer>().LastOrDefault()?.Result ?? ResultCode.None;

    private void Advance(TimeSpan span)
    {
        var until = Now + span;
        while (Model.Due is { } due && due <= until)
        {
            GoTo(due > Now ? due : Now);
            Run(new MeterInput.TimePassed());
            Assert.True(Model.Due is not { } next || next > Now, "a due moment that was served is over");
        }

        GoTo(until);
    }

    private void GoTo(MeterTime moment)
    {
        if (Switch == LoadSwitchPosition.Closed) Flowed += (Int128)_load.Value * (moment - Now).Ticks / 10_000;
        Now = moment;
    }

    private void Run(MeterInput input)
    {
        foreach (var effect in Model.Handle(input, Now))
        {
            _effects.Add(effect);
            if (effect is Effect.Save save && !Performs(save)) return;
            if (effect is Effect.SwitchLoad load) Switch = load.Position;
            if (effect is Effect.Show show) Text = show.Text;
            if (effect is Effect.Light light) Leds = light.Leds;
        }
    }

    private bool Performs(Effect.Save save)
    {
        Saves++;
        if (StoreIsBroken)
        {
            Run(new MeterInput.SaveFailed(save.Slot));
            return false;
        }

        var bytes = TearNextSaveAfter ?? StoredRecord.SlotBytes;
        save.Image.Span[..bytes].CopyTo(_slots[save.Slot]);
        if (TearNextSaveAfter is null) return true;
        TearNextSaveAfter = null;
        CutMains();
        return false;
    }
}
