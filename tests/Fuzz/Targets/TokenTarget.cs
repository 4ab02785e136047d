using HilBench.TestKit.Vectors;
using HilBench.Tokens;

namespace HilBench.Fuzz.Targets;

/// <summary>Digits as somebody types them are read as a token, under an EA07 and an EA11 key.</summary>
internal sealed class TokenTarget : IFuzzTarget
{
    private static readonly DecoderKey Short = DecoderKey.Ea07(0x0ABC12DEF3456789);
    private static readonly DecoderKey Long = DecoderKey.Ea11(UInt128.MaxValue / 7);

    public string Name => "tokens";

    public IReadOnlyList<string> Seeds { get; } =
    [
        .. VectorFile.All.OfType<KeyedCase>().Select(c => c.Token),
        .. VectorFile.All.OfType<TestTokenCase>().Select(c => c.Token),
    ];

    public bool Take(string input)
    {
        if (!TokenNumber.TryParse(input, out var number)) return false;
        var taken = Read(number, Short);
        return Read(number, Long) || taken;
    }

    /// <summary>What was read must give the same digits when it is written: no part of a token is lost.</summary>
    private static bool Read(TokenNumber number, DecoderKey key)
    {
        if (TokenReader.TryRead(number, key, StaTables.Sample, out Token? token) != ReadResult.Ok) return false;
        if (token is MaximumPowerLimitToken or PhaseUnbalanceLimitToken or TestToken) return true;
        var again = TokenWriter.Write(token!, key, StaTables.Sample);
        return again == number
            ? true
            : throw new InvalidOperationException($"{number} was read and written as {again}");
    }
}
