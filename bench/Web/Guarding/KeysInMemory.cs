using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HilBench.Web.Guarding;

/// <summary>Keys that seal what a page carries live as long as this process; none is left on a disk.</summary>
/// <remarks>
/// Without a place of ours, ASP.NET writes a key into the home as it starts, or into the folder it was started in.
/// </remarks>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly Lock _lock = new();
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_lock) return [.. _keys.Select(key => new XElement(key))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_lock) _keys.Add(new XElement(element));
    }
}
