using System.Text;

namespace HilBench.TokenPort;

/// <summary>
/// One data set, <c>address(value)(value)…</c> (IEC 62056-21, 6.5): the address may be empty, values are any
/// printable characters but brackets, slash and exclamation mark. What meters really send is read by
/// <see cref="DataLines"/>.
/// </summary>
public sealed record DataSet(string Address, IReadOnlyList<string> Values)
{
    private const string Forbidden = "()/!";

    public string Value => Values.Count > 0 ? Values[0] : "";

    public override string ToString() => Address + string.Concat(Values.Select(value => $"({value})"));

    /// <summary>Null when the text is not exactly one data set.</summary>
    public static DataSet? TryParse(ReadOnlySpan<byte> text)
    {
        var open = text.IndexOf((byte)'(');
        var address = open < 0 ? text : text[..open];
        if (!IsPlain(address)) return null;
        var values = new List<string>(1);
        var rest = open < 0 ? default : text[open..];
        while (!rest.IsEmpty)
        {
            var close = rest.IndexOf((byte)')');
            if (rest[0] != '(' || close < 0 || !IsPlain(rest[1..close])) return null;
            values.Add(Encoding.ASCII.GetString(rest[1..close]));
            rest = rest[(close + 1)..];
        }

        return new DataSet(Encoding.ASCII.GetString(address), values);
    }

    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (value is < (byte)' ' or > (byte)'~' || Forbidden.Contains((char)value)) return false;
        }

        return true;
    }
}
