namespace HilBench.TokenPort;

/// <summary>What a meter says about a token: the number of the result, and what it adds.</summary>
public readonly record struct PortAnswer(int Number, string Detail);
