namespace HilBench.Campaign.Tally;

/// <summary>Why a meter is not updated, or why somebody calls.</summary>
internal enum Cause
{
    None,

    /// <summary>Nobody is in the house.</summary>
    EmptyHouse,

    /// <summary>The utility had no codes ready, or had them and sold nothing.</summary>
    NoCodes,

    /// <summary>The codes were ready, but they were given to nobody.</summary>
    NotReached,

    /// <summary>Somebody has the codes and typed none.</summary>
    NotTyped,

    /// <summary>A code was taken, and the other did not follow in time.</summary>
    HalfDone,

    /// <summary>All numbers were typed without a pause.</summary>
    AllDigitsInOneGo,

    /// <summary>One digit was wrong.</summary>
    DigitWrong,

    /// <summary>Another number was typed before the codes.</summary>
    WrongOrder,

    /// <summary>They were the neighbour's codes.</summary>
    NeighboursCodes,

    /// <summary>The meter took no token for a while.</summary>
    LockedOut,

    /// <summary>The records have the number of another meter.</summary>
    MeterNumber,

    /// <summary>The records have another supply group.</summary>
    SupplyGroup,

    /// <summary>The records have another tariff index.</summary>
    TariffIndex,

    /// <summary>The records say that the meter is updated.</summary>
    KeyRevision,

    /// <summary>The codes carried a key expiry that is past.</summary>
    ExpiredKey,

    /// <summary>The records have another base date.</summary>
    BaseDate,

    /// <summary>A token of the old key, bought before and not typed in time.</summary>
    OldToken,

    /// <summary>The meter refused what nobody can explain.</summary>
    Other,
}

/// <summary>How causes are told to people, and named in files.</summary>
internal static class Causes
{
    public static IReadOnlyList<Cause> All { get; } = [.. Enum.GetValues<Cause>().Where(one => one != Cause.None)];

    public static string Words(Cause cause) => cause switch
    {
        Cause.None => "",
        Cause.EmptyHouse => "nobody is in the house",
        Cause.NoCodes => "no codes were ready",
        Cause.NotReached => "the codes reached nobody",
        Cause.NotTyped => "codes not typed",
        Cause.HalfDone => "one code of the set only",
        Cause.AllDigitsInOneGo => "all digits in one go",
        Cause.DigitWrong => "a digit wrong",
        Cause.WrongOrder => "wrong order",
        Cause.NeighboursCodes => "the neighbour's codes",
        Cause.LockedOut => "locked out",
        Cause.MeterNumber => "meter number wrong in the records",
        Cause.SupplyGroup => "supply group wrong in the records",
        Cause.TariffIndex => "tariff index wrong in the records",
        Cause.KeyRevision => "key revision wrong in the records",
        Cause.ExpiredKey => "key expiry past",
        Cause.BaseDate => "base date wrong in the records",
        Cause.OldToken => "token of the old key, worthless",
        _ => "refused, nobody knows why",
    };

    /// <summary>As it stands in the tables: <c>all-digits-in-one-go</c>.</summary>
    public static string Name(Cause cause) => cause == Cause.None ? "" : Dashed(cause.ToString());

    /// <summary>"TokensLost" is tokens-lost.</summary>
    public static string Dashed(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{c}" : $"{c}")).ToLowerInvariant();
}
