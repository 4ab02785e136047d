using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// The order in which a meter judges a token (docs/sts.md): form, class, cipher, CRC, then for class 1 the maker, for
/// classes 0 and 2 the key's type and expiry, the TID, and only then what it asks for. A refused token changes nothing.
/// </summary>
internal static class TokenRules
{
    private const ushort EnergyRegister = 0;
    private const ushort CurrencyRegister = 4;
    private const ushort LastRegister = 7;
    private const int ExtendedRead = 2;

    /// <param name="isLocked">After too many wrong tokens: only test tokens are looked at.</param>
    public static TokenOutcome Apply(
        string digits, MeterRegisters registers, bool isLocked, MeterProfile profile, StaTables tables)
    {
        var isNumber = TokenNumber.TryParse(digits, out var number);
        if (isLocked && (!isNumber || number.Class != TokenClass.Test)) return Refused(ResultCode.Lockout, registers);
        if (!isNumber) return Refused(ResultCode.FormatError, registers);

        var read = TokenReader.TryRead(number, registers.Key.Decoder, tables, out ClearToken clear);
        if (read == ReadResult.ReservedClass) return Refused(ResultCode.FormatError, registers);
        if (read != ReadResult.Ok) return Refused(ResultCode.CrcError, registers);

        return Token.From(clear, registers.Key.Decoder.Algorithm) switch
        {
            TestToken test => Test(test, registers, profile),
            var commissions when Commissioning.IsToken(commissions, profile) => Commission(registers, profile),
            KeyChangeToken section => KeyChange.Take(section, clear.Data44, registers, profile),
            var dated => DatedToken(dated, registers, profile),
        };
    }

    private static TokenOutcome Refused(ResultCode reason, MeterRegisters registers) => new(reason, registers);

    private static TokenOutcome Commission(MeterRegisters registers, MeterProfile profile) =>
        Commissioning.Done(registers, profile) is { } done
            ? new TokenOutcome(ResultCode.Accept, done, IsTestToken: true)
            : Refused(ResultCode.FunctionError, registers);

    private static TokenOutcome Test(TestToken test, MeterRegisters registers, MeterProfile profile)
    {
        if (test.ManufacturerCode != 0 && test.ManufacturerCode != registers.ManufacturerCode)
            return Refused(ResultCode.MfrCodeError, registers);

        // The control of an extended read is an index, not a mask: this meter has nothing behind any index.
        if (test.SubClass == ExtendedRead) return Refused(ResultCode.FunctionError, registers);

        var tests = test.Control & Readings.KnownTests;
        return tests == 0
            ? Refused(ResultCode.FunctionError, registers)
            : new TokenOutcome(
                ResultCode.Accept, SwitchTested(test, registers, profile), Readout: tests, IsTestToken: true);
    }

    /// <summary>Some makers' test of the load switch opens it for a while; the others show where it is.</summary>
    private static MeterRegisters SwitchTested(TestToken test, MeterRegisters registers, MeterProfile profile)
    {
        var opens = profile.SwitchTest is not null && test.AsksFor((int)Reading.LoadSwitch)
            && registers.LoadSwitch == LoadSwitchPosition.Closed;
        return opens ? SwitchRules.Settled(registers with { Trip = TripCause.SwitchTest }, profile) : registers;
    }

    private static TokenOutcome DatedToken(Token token, MeterRegisters registers, MeterProfile profile)
    {
        if (token.Class == TokenClass.Credit && registers.Key.Type == KeyType.Ddtk)
            return Refused(ResultCode.DdtkError, registers);

        if (TidOf(token) is not { } tid) return Refused(ResultCode.FunctionError, registers);
        if (registers.Key.Expiry.IsExpiredAt(tid)) return Refused(ResultCode.KeyExpiredError, registers);
        switch (registers.Tids.Judge(tid))
        {
            case TidVerdict.Old: return Refused(ResultCode.OldError, registers);
            case TidVerdict.Used: return Refused(ResultCode.UsedError, registers);
        }

        var outcome = token switch
        {
            CreditToken credit => Credit(credit, registers, profile),
            CurrencyCreditToken money => Credit(money, registers, profile),
            MaximumPowerLimitToken limit => Accepted(registers with { MaximumPower = limit.Limit }),
            PhaseUnbalanceLimitToken limit when profile.Phases > 1 =>
                Accepted(registers with { UnbalanceLimit = limit.Limit }),
            ClearCreditToken clear => ClearCredit(clear, registers, profile),
            ClearTamperToken tamper => ClearTamper(tamper, registers, profile),
            _ => Refused(ResultCode.FunctionError, registers),
        };
        return outcome.Result == ResultCode.Accept ? Remembered(outcome, tid, profile) : outcome;
    }

    private static TokenIdentifier? TidOf(Token token) => token switch
    {
        CreditToken credit => credit.Tid,
        CurrencyCreditToken credit => credit.Tid,
        ManagementToken management => management.Tid,
        _ => null,
    };

    private static TokenOutcome Accepted(MeterRegisters registers) => new(ResultCode.Accept, registers);

    private static TokenOutcome Credit(CreditToken credit, MeterRegisters registers, MeterProfile profile)
    {
        if (credit.Service != CreditService.Electricity || profile.Accounting.IsCurrency)
            return Refused(ResultCode.FunctionError, registers);
        return Credited(credit.Energy.TenthsOfKwh, registers, profile);
    }

    private static TokenOutcome Credit(CurrencyCreditToken money, MeterRegisters registers, MeterProfile profile)
    {
        if (money.Service != CreditService.Electricity || !profile.Accounting.IsCurrency)
            return Refused(ResultCode.FunctionError, registers);
        return Credited(money.Amount.Units, registers, profile);
    }

    /// <summary>
    /// Adds units of the register, or takes them, when negative. That a debit beyond what is there is refused as out of
    /// range, not taken to zero, is an assumption: the customer loses nothing and the token stays good.
    /// </summary>
    private static TokenOutcome Credited(Int128 units, MeterRegisters registers, MeterProfile profile)
    {
        if (registers.TamperLatched && profile.TamperRefusesCredit) return Refused(ResultCode.FunctionError, registers);
        if (!registers.IsCommissioned) return Refused(ResultCode.FunctionError, registers);
        var scale = profile.Accounting.Scale;
        var raw = units * scale.RawPerUnit;
        var paidBack = EmergencyCredit.PaidFrom(raw, registers);
        if (registers.Credit.PlusRaw(raw - paidBack, profile.MostUnits * scale.RawPerUnit) is not { } sum)
            return Refused(units < 0 ? ResultCode.RangeError : ResultCode.OverflowError, registers);

        // Credit closes the switch unless something keeps it open; a debit of all there is opens it.
        return Accepted(
            SwitchRules.Settled(registers with { Credit = sum, Owed = registers.Owed.Less(paidBack) }, profile));
    }

    private static TokenOutcome ClearCredit(ClearCreditToken token, MeterRegisters registers, MeterProfile profile)
    {
        var own = profile.Accounting.IsCurrency ? CurrencyRegister : EnergyRegister;
        if (token.Register == own || token.Register == ClearCreditToken.AllRegisters)
        {
            return Accepted(registers with
            {
                Credit = default,
                Owed = EmergencyCredit.OwedWithout(registers),
                LoadSwitch = LoadSwitchPosition.Open,
            });
        }

        // Registers 0 to 7 are real, but the others are those of water, gas, time and currency meters.
        return Refused(
            token.Register <= LastRegister ? ResultCode.FunctionError : ResultCode.RangeError, registers);
    }

    private static TokenOutcome ClearTamper(ClearTamperToken token, MeterRegisters registers, MeterProfile profile) =>
        token.Padding == 0
            ? Accepted(SwitchRules.Settled(registers with { TamperLatched = false }, profile))
            : Refused(ResultCode.RangeError, registers);

    private static TokenOutcome Remembered(TokenOutcome outcome, TokenIdentifier tid, MeterProfile profile)
    {
        var keepsPending = profile.PendingAtOtherToken == PendingHalf.Kept;
        return outcome with
        {
            Registers = outcome.Registers with
            {
                Tids = outcome.Registers.Tids.With(tid),
                Pending = keepsPending ? outcome.Registers.Pending : PendingSections.None,
            },
        };
    }
}
