namespace HilBench.Scenarios.Sentences;

/// <summary>A bench without a single sentence: what is read for it is judged by its keywords alone.</summary>
public sealed class NoSentences : ISentences
{
    public static NoSentences Instance { get; } = new();

    public IReadOnlyList<KnownSentence> All => [];

    public IReadOnlyCollection<StepKind> KindsOf(string text) => [];
}
