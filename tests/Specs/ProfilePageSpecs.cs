using System.Globalization;
using HilBench.Meter;
using HilBench.RigFiles;

namespace HilBench.Specs;

/// <summary>The table in <c>features/README.md</c> that compares the shipped profiles is right.</summary>
public sealed class ProfilePageSpecs
{
    private static readonly IReadOnlyList<string[]> Table = ReadTable();

    private static string[] Names => Table[0][1..];

    [Fact]
    public void Every_shipped_profile_has_a_column()
    {
        Assert.Equal(ProfileFiles.Names.Order(), Names.Select(Bare).Order());
    }

    [Theory]
    [InlineData("display")]
    [InlineData("counts")]
    [InlineData("phases")]
    [InlineData("token is handed in by")]
    [InlineData("digits appear")]
    [InlineData("longest pause")]
    [InlineData("after one code, names")]
    [InlineData("order of codes")]
    [InlineData("a code waits for the next")]
    [InlineData("pending code at a power cut")]
    [InlineData("pending code at another token")]
    [InlineData("lockout")]
    [InlineData("short codes")]
    [InlineData("latched tamper")]
    [InlineData("test 4 shows")]
    [InlineData("remembers")]
    public void A_row_says_what_the_profiles_say(string row)
    {
        var cells = Assert.Single(Table, line => line[0] == row)[1..];
        for (var i = 0; i < cells.Length; i++)
            Assert.Contains(Word(row, ProfileFiles.Load(Bare(Names[i]))), cells[i]);
    }

    /// <summary>What the cell of this row must contain for this profile.</summary>
    private static string Word(string row, MeterProfile profile) => row switch
    {
        "display" => $"{profile.Display.Columns}×{profile.Display.Lines}",
        "counts" => profile.Accounting.IsCurrency ? "money" : "energy",
        "phases" => Number(profile.Phases),
        "token is handed in by" => profile.Entry.Submit == Submit.EnterKey ? "Enter" : "twentieth digit",
        "digits appear" => profile.Entry.Layout == EntryLayout.Groups ? "groups of four" : "scrolling",
        "longest pause" => $"{Number(profile.EntryTimeout.TotalSeconds)} s",
        "after one code, names" => profile.HalfShown == HalfShown.Awaited ? "awaited" : "taken",
        "order of codes" => profile.CodeOrder == CodeOrder.Any ? "any" : "code 1 first",
        "a code waits for the next" => Waits(profile.KeyChangeWindow!.Value),
        "pending code at a power cut" => Kept(profile.PendingAtPowerCut),
        "pending code at another token" => Kept(profile.PendingAtOtherToken),
        "lockout" => profile.Lockout is { } rule ? $"after {Number(rule.After)}" : "none",
        "short codes" => profile.ShortCodes.Count == 0 ? "none" : $"`{profile.ShortCodes[0].Keys}`",
        "latched tamper" => profile.TamperRefusesCredit ? "refuses credit" : "takes credit",
        "test 4 shows" => profile.KeyRevisionWording == KeyRevisionWording.RevisionAlone ? "`1`" : "`1.2`",
        _ => Number(profile.TidStoreSize),
    };

    private static string Waits(TimeSpan window) =>
        window < TimeSpan.FromMinutes(2) ? $"{Number(window.TotalSeconds)} s" : $"{Number(window.TotalMinutes)} min";

    private static string Kept(PendingHalf pending) => pending == PendingHalf.Kept ? "kept" : "forgotten";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Bare(string cell) => cell.Trim('`');

    private static IReadOnlyList<string[]> ReadTable()
    {
        var page = Checkout.Read("features/README.md");
        return
        [
            .. page[page.IndexOf("| | `generic`", StringComparison.Ordinal)..].Split('\n')
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
        ];
    }
}
