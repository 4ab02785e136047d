using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// The order in which a meter judges a token (sts.md §5): form, class, cipher, CRC, then for class 1 the maker, for
/// classes 0 and 2 the key's type and expiry, the TID, and only then what it asks for. A refused token changes nothing.
/// </summary>
internal static class TokenRules
{
    private const ushort ElectricityRegister = 0;
    private const ushort LastRegister = 7;
    private const int ExtendedRead = 2;

    public static TokenOutcome Apply(string digits, MeterRegisters registers, MeterProfile profile, StaTables tables)
    {
        if (!TokenNumber.TryParse(digits, out var number)) return Refused(ResultCode.FormatError, registers);

        var read = TokenReader.TryRead(number, registers.Key.Decoder, tables, out ClearToken clear);
        if (read == ReadResult.ReservedClass) return Refused(ResultCode.FormatError, registers);
        if (read != ReadResult.Ok) return Refused(ResultCode.CrcError, registers);

        return Token.From(clear, registers.Key.Decoder.Algorithm) switch
        {
            TestToken test => Test(test, registers),
            KeyChangeToken section => KeyChange.Take(section, clear.Data44, registers, profile),
            var dated => DatedToken(dated, registers, profile),
        };
    }

    private static TokenOutcome Refused(ResultCode reason, MeterRegisters registers) => new(reason, registers);

    private static TokenOutcome Test(TestToken test, MeterRegisters registers)
    {
        if (test.ManufacturerCode != 0 && test.ManufacturerCode != registers.ManufacturerCode)
            return Refused(ResultCode.MfrCodeError, registers);

        // The control of an extended read is an index, not a mask: this meter has nothing behind any index.
        if (test.SubClass == ExtendedRead) return Refused(ResultCode.FunctionError, registers);

        var tests = test.Control & TestReadout.KnownTests;
        return tests == 0
            ? Refused(ResultCode.FunctionError, registers)
            : new TokenOutcome(ResultCode.Accept, registers, Readout: tests);
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
            MaximumPowerLimitToken limit => Accepted(registers with { MaximumPower = limit.Limit }),
            ClearCreditToken clear => ClearCredit(clear, registers),
            ClearTamperToken tamper => ClearTamper(tamper, registers),
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
        if (credit.Service != CreditService.Electricity) return Refused(ResultCode.FunctionError, registers);
        if (registers.TamperLatched && profile.TamperRefusesCredit) return Refused(ResultCode.FunctionError, registers);
        if (registers.Credit.Plus(credit.Energy, profile.MaxCredit) is not { } sum)
            return Refused(ResultCode.OverflowError, registers);

        var position = sum.IsEmpty ? registers.LoadSwitch : LoadSwitchPosition.Closed;
        return Accepted(registers with { Credit = sum, LoadSwitch = position });
    }

    private static TokenOutcome ClearCredit(ClearCreditToken token, MeterRegisters registers) => token.Register switch
    {
        ElectricityRegister or ClearCreditToken.AllRegisters =>
            Accepted(registers with { Credit = default, LoadSwitch = LoadSwitchPosition.Open }),
        // Registers 1 to 7 are real, but of water, gas, time and currency meters.
        > ElectricityRegister and <= LastRegister => Refused(ResultCode.FunctionError, registers),
        _ => Refused(ResultCode.RangeError, registers),
    };

    private static TokenOutcome ClearTamper(ClearTamperToken token, MeterRegisters registers) =>
        token.Padding == 0
            ? Accepted(registers with { TamperLatched = false })
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
