using HilBench.Tokens;

namespace HilBench.Cli;

/// <summary>A slip of paper with a token on it.</summary>
internal sealed record Slip(string Title, TokenNumber Number);
