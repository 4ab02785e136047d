using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Tokens;

namespace HilBench.Simulation.Trials;

/// <summary>Makes the tokens of a life.</summary>
internal static class TrialTokens
{
    private const int Random = 5;

    /// <summary>
    /// A tenth of a kilowatt-hour is 2.00 in currency, in steps of 0.00001, at the price of the profile money.
    /// </summary>
    public const int CurrencyPerUnit = 200_000;

    /// <summary>The token, and what it is worth on the meter: units of credit, or watts.</summary>
    public static (Token Token, Int128 Value) Of(LifeEvent.Buys buys, int tid, MeterProfile profile)
    {
        var sold = new TokenIdentifier(tid);
        switch (buys.Kind)
        {
            case TokenKind.Debit:
                var debit = CurrencyAmount.AtLeast(-(Int128)buys.Value * CurrencyPerUnit);
                return (new CurrencyCreditToken(CreditService.Electricity, sold, debit), debit.Units);
            case TokenKind.Credit when profile.Accounting.IsCurrency:
                var money = CurrencyAmount.AtLeast((Int128)buys.Value * CurrencyPerUnit);
                return (new CurrencyCreditToken(CreditService.Electricity, sold, money), money.Units);
            case TokenKind.Credit:
                var amount = TransferAmount.AtLeast(buys.Value);
                return (new CreditToken(CreditService.Electricity, Random, sold, amount), amount.Units);
            case TokenKind.ClearCredit:
                return (new ClearCreditToken(Random, sold, ClearCreditToken.AllRegisters), 0);
            case TokenKind.ClearTamper:
                return (new ClearTamperToken(Random, sold), 0);
            default:
                var limit = TransferAmount.Of(new Watts((int)buys.Value));
                return (new MaximumPowerLimitToken(Random, sold, new Watts((int)limit.Units)), limit.Units);
        }
    }
}
