namespace HilBench.Campaign.Tally;

/// <summary>What is counted of each day. Energy is in tenths of a kilowatt-hour.</summary>
internal enum Measure
{
    /// <summary>Meters that came to hold the new key.</summary>
    Updated,

    /// <summary>Meters for which something was bought for the first time.</summary>
    FirstPurchases,

    /// <summary>Tokens and codes handed in, by whichever key.</summary>
    Tokens,

    /// <summary>Of these, refused.</summary>
    Refused,

    /// <summary>Keys pressed one by one, where they matter.</summary>
    Keys,

    /// <summary>Credit bought.</summary>
    Bought,

    /// <summary>Credit that a meter took.</summary>
    Loaded,

    /// <summary>Credit on tokens that no meter will take any more.</summary>
    Lost,

    /// <summary>How many such tokens.</summary>
    TokensLost,

    /// <summary>Lost credit that the help desk replaced.</summary>
    Replaced,

    /// <summary>Purchases that the utility refused.</summary>
    SalesRefused,

    /// <summary>Houses that went dark for want of credit.</summary>
    WentDark,

    /// <summary>Houses that were dark and are not.</summary>
    LitAgain,

    /// <summary>Visits of a technician.</summary>
    Visits,
}
