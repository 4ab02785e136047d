using System.Text;

namespace HilBench.Recording.Looking.Vcd;

/// <summary>Text in a VCD file.</summary>
internal static class VcdText
{
    /// <summary>
    /// The value of a string variable. A value ends at the first blank, so blanks and all that is not plain ASCII are
    /// written as octal escapes, which GTKWave and Surfer turn back.
    /// </summary>
    public static string Value(string text)
    {
        var value = new StringBuilder(text.Length + 16);
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            if (one is > (byte)' ' and <= (byte)'~' and not ((byte)'\\' or (byte)'"' or (byte)'\'' or (byte)'?'))
                value.Append((char)one);
            else
                value.Append('\\').Append((char)('0' + (one >> 6))).Append((char)('0' + ((one >> 3) & 7)))
                    .Append((char)('0' + (one & 7)));
        }

        return value.ToString();
    }

    /// <summary>Between a word of VCD and its <c>$end</c>, where no other word of VCD may stand.</summary>
    public static string Comment(string text) => new([.. text.Select(c => c is < ' ' or '$' or > '~' ? '_' : c)]);

    /// <summary>A name of a scope or variable: one word.</summary>
    public static string Name(string text) =>
        new([.. text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);

    /// <summary>
    /// The short name of a variable. It begins with a letter that begins no value, for readers that do not know string
    /// variables and take their value and their name for two words they pass over.
    /// </summary>
    public static string Identifier(int number)
    {
        const string First = "ACDEFGHIJKLMNOPQTVWYacdefghijkmnopqtvy";
        var id = First[number % First.Length].ToString();
        for (var rest = number / First.Length; rest > 0; rest /= First.Length) id += First[rest % First.Length];
        return id;
    }
}
