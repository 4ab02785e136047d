namespace HilBench.Meter;

/// <summary>A few keys that ask the meter something, such as <c>804</c> and Enter, or have it do something.</summary>
/// <param name="Keys">All keys, the closing one included: <c>804#</c>, <c>#078#</c>, <c>i057</c>.</param>
/// <param name="Shows">What the glass answers.</param>
/// <param name="Title">Stands over the answer on a display with room for it.</param>
/// <param name="Does">What it does instead; it is answered like a token then.</param>
public sealed record ShortCode(string Keys, Reading Shows, string Title, CodeAction Does = CodeAction.None);
