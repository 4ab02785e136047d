using HilBench.Campaign.Plans;
using HilBench.Tokens;

namespace HilBench.Campaign.Houses;

/// <summary>
/// The decoder keys of all meters, under two vending keys made up for rehearsals: the old and the new. For one thread.
/// </summary>
internal sealed class KeyBook(KeyPlan plan)
{
    /// <summary>The maker's two digits of every meter number; no maker has them.</summary>
    private const string Maker = "99";

    private static readonly (string Old, string New) Short = ("abababababababab", "cdcdcdcdcdcdcdcd");

    private static readonly (string Old, string New) Long =
        ("abababababababab949494949494949401234567", "cdcdcdcdcdcdcdcd949494949494949401234567");

    private readonly DecoderKeyDeriver _old = new(VendingKey.Parse(KeysFor(plan).Old));
    private readonly DecoderKeyDeriver _new = new(VendingKey.Parse(KeysFor(plan).New));

    public static MeterPan PanOf(long meter)
    {
        Span<char> drn = stackalloc char[11];
        Maker.CopyTo(drn);
        meter.TryFormat(drn[2..10], out _, "D8");
        drn[10] = MeterPan.CheckDigit(drn[..10]);
        return MeterPan.FromDrn(drn.ToString());
    }

    public DecoderKey Old(KeyParameters parameters) => Derive(_old, parameters);

    public DecoderKey New(KeyParameters parameters) => Derive(_new, parameters);

    private static DecoderKey Derive(DecoderKeyDeriver deriver, KeyParameters parameters) =>
        deriver.TryDerive(parameters, out var key, out var reason)
            ? key
            : throw new InvalidOperationException(reason);

    private static (string Old, string New) KeysFor(KeyPlan plan) =>
        plan.Derivation == KeyDerivation.Dkga02 ? Short : Long;
}
