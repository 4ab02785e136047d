using CsCheck;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>Random expressions are printed, parsed again, and compared with an evaluator that walks the tree.</summary>
public sealed class TagExpressionProperties
{
    private const string Letters = "abcd";

    private static readonly Gen<Node> Tree = Gen.Recursive<Node>((depth, inner) =>
    {
        var leaf = Gen.Char[Letters].Select(letter => (Node)new Leaf(letter));
        if (depth > 4) return leaf;
        return Gen.OneOf(
            leaf,
            inner.Select(node => (Node)new Not(node)),
            Gen.Select(inner, inner, (a, b) => (Node)new Both(a, b)),
            Gen.Select(inner, inner, (a, b) => (Node)new Either(a, b)));
    });

    [Fact]
    public void An_expression_printed_with_all_parentheses_means_its_tree() =>
        Tree.Sample(tree => Agrees(tree, Print(tree, sparing: false)));

    [Fact]
    public void An_expression_printed_with_the_fewest_parentheses_means_its_tree() =>
        Tree.Sample(tree => Agrees(tree, Print(tree, sparing: true)));

    /// <summary>All sixteen sets of the four tags.</summary>
    private static bool Agrees(Node tree, string text)
    {
        var expression = TagExpression.Parse(text);
        return Enumerable.Range(0, 1 << Letters.Length).All(set =>
        {
            var tags = Letters.Where((_, bit) => (set >> bit & 1) == 1).ToArray();
            return expression.Matches([.. tags.Select(letter => letter.ToString())]) == Holds(tree, tags);
        });
    }

    private static bool Holds(Node node, char[] tags) => node switch
    {
        Leaf leaf => tags.Contains(leaf.Letter),
        Not not => !Holds(not.Inner, tags),
        Both both => Holds(both.A, tags) && Holds(both.B, tags),
        Either either => Holds(either.A, tags) || Holds(either.B, tags),
        _ => throw new InvalidOperationException(),
    };

    private static string Print(Node node, bool sparing) => node switch
    {
        Leaf leaf => $"@{leaf.Letter}",
        Not not => $"not {Inside(not.Inner, 3, sparing)}",
        Both both => $"{Inside(both.A, 2, sparing)} and {Inside(both.B, 2, sparing)}",
        Either either => $"{Inside(either.A, 1, sparing)} or {Inside(either.B, 1, sparing)}",
        _ => throw new InvalidOperationException(),
    };

    private static string Inside(Node node, int binding, bool sparing) =>
        sparing && Binding(node) >= binding ? Print(node, sparing) : $"({Print(node, sparing)})";

    private static int Binding(Node node) => node switch { Either => 1, Both => 2, Not => 3, _ => 4 };

    private abstract record Node;

    private sealed record Leaf(char Letter) : Node;

    private sealed record Not(Node Inner) : Node;

    private sealed record Both(Node A, Node B) : Node;

    private sealed record Either(Node A, Node B) : Node;
}
