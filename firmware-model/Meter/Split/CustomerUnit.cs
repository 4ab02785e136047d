namespace HilBench.Meter.Split;

/// <summary>
/// <b>The keypad unit of a split meter</b> (customer interface unit): it collects keys and shows them, hands a whole
/// entry to the measuring unit over the line, and shows what that wants shown. It deciphers nothing and keeps no credit
/// (so Landis+Gyr's Cashpower guides describe theirs: a keypad and a display at a distance).
/// <para>An entry goes out with a number. When no answer comes it is sent again under the same number, so that the
/// measuring unit can tell a repetition from a second purchase. While it waits its keys are dead.</para>
/// <para><b>Not modelled:</b> sleep, an icon of its own for the line, readings that only the keypad unit has.</para>
/// </summary>
public sealed class CustomerUnit(MeterProfile profile, SplitSettings settings)
{
    private const int ShortMeterDigits = 11;

    private DisplayText _shown = DisplayText.Blank(profile.Display);
    private LedLights _lit;

    public MeterProfile Profile => profile;

    public CustomerState State { get; private set; } = CustomerState.Dark;

    /// <summary>When it wants a <see cref="CustomerInput.TimePassed"/>; null = not before something happens.</summary>
    public MeterTime? Due
    {
        get
        {
            if (!State.IsOn) return null;
            var due = Earlier(MeterSchedule.EntryEnds(State.Pad, profile), State.Pad.Screen.Until);
            due = Earlier(due, State.Notice?.Ends);
            return Earlier(due, State.Waiting?.Until ?? NextAsk);
        }
    }

    private MeterTime? NextAsk => State.Meter.Length == 0 ? null
        : State.Connection == Connection.Up ? State.HeardAt + settings.AskEvery
        : State.LostAt + settings.AskEveryLost;

    /// <summary>Takes one input at the moment <paramref name="now"/>, which never lies before an earlier one.</summary>
    public IReadOnlyList<CustomerEffect> Handle(CustomerInput input, MeterTime now)
    {
        var effects = new List<CustomerEffect>();
        if (input is CustomerInput.PowerUp up) Start(up, now, effects);
        else if (!State.IsOn) return [];
        Elapse(now, effects);
        switch (input)
        {
            case CustomerInput.KeyPressed key:
                Pressed(key.Key, now, effects);
                break;
            case CustomerInput.KeyStuck stuck:
                State = State with
                {
                    Pad = State.Pad with { Screen = new Screen.KeypadFault(stuck.Key, now + profile.ResultTime) },
                };
                break;
            case CustomerInput.FrameHeard heard:
                Heard(heard.Frame, now, effects);
                break;
            case CustomerInput.BatteryMeasured battery:
                State = State with { IsBatteryLow = battery.Millivolts < settings.LowMillivolts };
                break;
            case CustomerInput.Paired paired:
                Pair(paired.Meter, now, effects);
                break;
        }

        ShowChanges(input is CustomerInput.PowerUp, effects);
        return effects;
    }

    private void Start(CustomerInput.PowerUp up, MeterTime now, List<CustomerEffect> effects)
    {
        State = CustomerState.Dark with { IsOn = true, Meter = PairingRecord.Decode(up.Pairing.Span), HeardAt = now };
        if (State.Meter.Length > 0) Send(FrameKind.Ask, "", now, effects, isFirst: true);
    }

    private void Pair(string meter, MeterTime now, List<CustomerEffect> effects)
    {
        effects.Add(new CustomerEffect.Save(PairingRecord.Encode(meter)));
        State = State with { Meter = meter, Connection = Connection.Unknown, Told = null, Waiting = null };
        if (meter.Length > 0) Send(FrameKind.Ask, "", now, effects, isFirst: true);
    }

    private void Pressed(char key, MeterTime now, List<CustomerEffect> effects)
    {
        // While it waits for an answer the keypad is locked: what is typed meanwhile is lost.
        if (State.Waiting is { IsEntry: true }) return;
        State = State with { Notice = null };
        if (key == profile.Pad.Enter && PairedByKeys(now, effects)) return;
        var before = State.Pad;
        var pressed = KeypadRules.Press(before, key, profile, now);
        if ((pressed.Submitted ?? CodeIn(pressed.State)) is { } entry)
        {
            HandOver(entry, now, effects);
            return;
        }

        // What is not twenty digits the meter judges, too: it counts and names the answers.
        if (pressed.Answer != ResultCode.None)
        {
            HandOver(before.Entry.Digits + key, now, effects);
            return;
        }

        State = State with { Pad = pressed.State };
        Play(profile.Buzzer.Key, effects);
        // A key that ends what the meter shows means the same here.
        if (IsBare(before) && IsBare(pressed.State) && State.Connection == Connection.Up)
            HandOver(key.ToString(), now, effects);
    }

    private static string? CodeIn(MeterState pad) =>
        pad.Screen is Screen.CodeAnswered { Asked: var code } ? code.Keys : null;

    private static bool IsBare(MeterState pad) => pad.Entry.IsEmpty && pad.Code.Length == 0;

    /// <summary>The code for it and the number of a meter, as an installer types them.</summary>
    private bool PairedByKeys(MeterTime now, List<CustomerEffect> effects)
    {
        var (code, digits) = (settings.PairingCode, State.Pad.Entry.Digits);
        if (code.Length == 0 || digits.Length != code.Length + ShortMeterDigits
            || !digits.StartsWith(code, StringComparison.Ordinal)) return false;
        State = State with { Pad = CustomerState.Dark.Pad };
        Pair(digits[code.Length..], now, effects);
        Say(profile.Words.Paired, now);
        Play(profile.Buzzer.Accept, effects);
        return true;
    }

    /// <summary>An entry is whole: the measuring unit is to judge it.</summary>
    private void HandOver(string keys, MeterTime now, List<CustomerEffect> effects)
    {
        State = State with { Pad = CustomerState.Dark.Pad };
        if (State.Meter.Length == 0) Say(profile.Words.NotPaired, now);
        else Send(FrameKind.Entry, keys, now, effects);
    }

    private void Heard(LineFrame frame, MeterTime now, List<CustomerEffect> effects)
    {
        if (frame.Meter != State.Meter || State.Meter.Length == 0) return;
        if (frame.Kind == FrameKind.NotMine && State.Waiting is { } refused && refused.Frame.Number == frame.Number)
        {
            State = State with { Waiting = null, Connection = Connection.OtherMeter, LostAt = now };
            if (refused.IsEntry) Say(profile.Words.OtherMeter, now);
            return;
        }

        if (frame.Kind != FrameKind.Picture || LinePicture.Decode(frame.Body.Span) is not { } picture) return;
        var isAnswer = State.Waiting is { } waiting && picture.Answers == waiting.Frame.Number;
        var isNew = State.Connection != Connection.Up || frame.Number != State.ToldNumber;
        State = State with
        {
            Connection = Connection.Up, HeardAt = now, Told = picture, ToldNumber = frame.Number,
            Waiting = !isAnswer ? State.Waiting
                : picture.IsAtWork ? State.Waiting!.WhileAtWork(settings.Tries, now + settings.AnswerTime)
                : null,
        };
        if (picture.Answers == 0)
            effects.Add(new CustomerEffect.Send(new LineFrame(State.Meter, FrameKind.Heard, frame.Number, default)));
        if (isNew && (picture.Answers == 0 || isAnswer)) Play(picture.Sound, effects);
    }

    private void Elapse(MeterTime now, List<CustomerEffect> effects)
    {
        var pad = State.Pad;
        if (MeterSchedule.EntryEnds(pad, profile) is { } ends && ends <= now)
            pad = MeterSchedule.EntryTimedOut(pad, profile, ends);
        if (pad.Screen.Until is { } until && until <= now)
            pad = pad with { Screen = pad.Entry.IsEmpty ? new Screen.Idle() : new Screen.Entering() };
        State = State with { Pad = pad, Notice = State.Notice?.Ends <= now ? null : State.Notice };
        if (State.Waiting is { } waiting)
        {
            if (waiting.Until <= now) WaitedInVain(waiting, now, effects);
        }
        else if (NextAsk <= now) Send(FrameKind.Ask, "", now, effects);
    }

    private void WaitedInVain(Waiting waiting, MeterTime now, List<CustomerEffect> effects)
    {
        if (waiting.TriesLeft > 0)
        {
            State = State with
            {
                Waiting = waiting with { TriesLeft = waiting.TriesLeft - 1, Until = now + settings.AnswerTime },
            };
            effects.Add(new CustomerEffect.Send(waiting.Frame));
            return;
        }

        // What the meter last told is too old to be shown as if it were so.
        State = State with { Waiting = null, Connection = Connection.Down, Told = null, LostAt = now };
        if (waiting.IsEntry) Say(profile.Words.NoConnection, now);
    }

    /// <param name="kind">Entry, or question.</param>
    /// <param name="keys">What is entered.</param>
    /// <param name="now">The moment.</param>
    /// <param name="effects">Where the deed goes.</param>
    /// <param name="isFirst">The unit has just started: what it sent before is forgotten.</param>
    private void Send(FrameKind kind, string keys, MeterTime now, List<CustomerEffect> effects, bool isFirst = false)
    {
        var number = (byte)(State.Number == byte.MaxValue ? 1 : State.Number + 1);
        byte[] body = kind == FrameKind.Entry ? [.. keys.Select(key => (byte)key)] : [(byte)(isFirst ? 1 : 0)];
        var frame = new LineFrame(State.Meter, kind, number, body);
        // A line that is known to be down is asked once in a while, and not three times.
        var tries = kind == FrameKind.Ask && State.Connection == Connection.Down ? 1 : settings.Tries;
        State = State with
        {
            Number = number,
            Waiting = new Waiting(frame, keys, tries - 1, now + settings.AnswerTime),
        };
        effects.Add(new CustomerEffect.Send(frame));
    }

    /// <summary>A word of the unit's own, without a sound: a refusal is the meter's, and sounds like one.</summary>
    private void Say(string word, MeterTime now) => State = State with { Notice = (word, now + profile.ResultTime) };

    private static void Play(BeepPattern sound, List<CustomerEffect> effects)
    {
        if (!sound.IsSilent) effects.Add(new CustomerEffect.Sound(sound));
    }

    private void ShowChanges(bool isPowerUp, List<CustomerEffect> effects)
    {
        var text = CustomerScreens.Render(State, profile);
        if (isPowerUp || !text.Equals(_shown)) effects.Add(new CustomerEffect.Show(text));
        var lamps = State is { Connection: Connection.Up, Told: { } told } ? told.Lamps : default;
        if (State.Pad.Screen is Screen.KeypadFault) lamps = lamps with { Fault = profile.Leds.Fault };
        if (isPowerUp || lamps != _lit) effects.Add(new CustomerEffect.Light(lamps));
        (_shown, _lit) = (text, lamps);
    }

    private static MeterTime? Earlier(MeterTime? left, MeterTime? right)
    {
        if (left is not { } a) return right;
        return right is { } b && b < a ? b : a;
    }
}
