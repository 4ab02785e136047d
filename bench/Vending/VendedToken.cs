using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>A token as sold: its digits, what it says, and the UTC minute its TID stands for.</summary>
public sealed record VendedToken(TokenNumber Number, Token Content, TokenIdentifier Tid, DateTime Issued);
