using HilBench.Scenarios.World;

namespace HilBench.Web.Hand;

/// <summary>A slip on the tray, as the page shows it.</summary>
/// <param name="Title">Its name, and the code it is of a set.</param>
/// <param name="What">The sentence that put it there.</param>
/// <param name="Digits">Twenty digits in groups of four.</param>
/// <param name="Sentence">Says that the customer keys it in.</param>
internal sealed record HandToken(string Title, string What, string Digits, string Sentence)
{
    /// <summary>Without blanks.</summary>
    public string Keys => Digits.Replace(" ", "", StringComparison.Ordinal);

    public static HandToken Of(TraySlip slip, string what)
    {
        var digits = string.Join(' ', slip.Number.ToString().Chunk(4).Select(four => new string(four)));
        return slip switch
        {
            { Name: { } name, Code: { } code } => new HandToken(
                $"{name} {code}", what, digits, $"the customer keys in code {code} of \"{name}\""),
            { Code: { } code } => new HandToken($"{code}", what, digits, $"the customer keys in code {code}"),
            { Name: { } name } => new HandToken(name, what, digits, $"the customer keys in token \"{name}\""),
            _ => new HandToken("–", what, digits, $"the customer keys in \"{digits}\""),
        };
    }
}
