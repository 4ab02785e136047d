using System.Collections.Concurrent;
using System.Reflection;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// What the runtime has found out about a type, and the code it has made to call its constructor, is collected with
/// the garbage when nobody holds a part of it: for each of a few objects that every scenario makes, again and again.
/// </summary>
internal sealed class KeptTypes
{
    private readonly ConcurrentDictionary<Type, ConstructorInfo[]> _constructors = new();

    public void Keep(object made)
    {
        var type = made.GetType();
        if (!_constructors.ContainsKey(type)) _constructors.TryAdd(type, type.GetConstructors());
    }
}
