using HilBench.Board;

namespace HilBench.Pi;

/// <summary>Contacts inside the guest's kernel, where a row scan is answered at once.</summary>
internal sealed class ModuleContacts(VirtualMachine machine, KeypadWiring wiring) : IKeyContacts
{
    private readonly string _keys = string.Concat(wiring.Legend);

    public bool IsReleaseSeen => true;

    public string? Excuse => null;

    public bool MayErr => false;

    public void Close(char key) => Contact('c', key);

    public void Open(char key) => Contact('o', key);

    private void Contact(char what, char key)
    {
        var place = _keys.IndexOf(key);
        machine.Contact(what, wiring.Rows[place / wiring.Columns.Count], wiring.Columns[place % wiring.Columns.Count]);
    }
}
