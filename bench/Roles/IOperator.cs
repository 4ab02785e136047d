namespace HilBench.Roles;

/// <summary>The person at the bench: told what to do, in words that need no answer but the deed.</summary>
public interface IOperator
{
    /// <summary>Asks for one key, drawn on its pad, among <paramref name="done"/> done before it.</summary>
    void AskForKey(char key, IReadOnlyList<string> pad, int done);

    /// <summary>
    /// Whether these lines stood on the glass a moment ago. Null: no answer within <paramref name="patience"/>.
    /// </summary>
    bool? Saw(IReadOnlyList<string> lines, TimeSpan patience, CancellationToken stop);

    /// <summary>Whether it was so, yes or no. Null: no answer within <paramref name="patience"/>.</summary>
    bool? Confirms(string question, TimeSpan patience, CancellationToken stop);

    /// <summary>Something the operator must know.</summary>
    void Tell(string what);
}
