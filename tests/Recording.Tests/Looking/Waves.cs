using System.Text;
using HilBench.Recording.Looking.Vcd;

namespace HilBench.Recording.Tests.Looking;

/// <summary>A VCD file, read as the standard has it.</summary>
internal sealed class Waves
{
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, List<(long At, string Value)>> _values = [];

    private Waves(IEnumerable<string> lines)
    {
        var (scope, at) = ("", 0L);
        foreach (var words in lines.Select(line => line.Split(' ')))
        {
            if (words[0] == "$scope") scope = words[2];
            else if (words[0] == "$var") _names[words[3]] = $"{scope}.{words[4]}";
            else if (words[0].StartsWith('#')) Times.Add(at = long.Parse(words[0][1..], null));
            else if (words[0].StartsWith('s')) Add(words[1], at, Plain(words[0][1..]));
            else if (words[0].Length > 1 && "01x".Contains(words[0][0])) Add(words[0][1..], at, words[0][..1]);
        }
    }

    public List<long> Times { get; } = [];

    public IReadOnlyCollection<string> Names => _names.Values;

    public static byte[] FileOf(FlightRecording recording)
    {
        using var to = new MemoryStream();
        VcdFile.Write(recording, to);
        return to.ToArray();
    }

    public static Waves Of(FlightRecording recording) => Of(FileOf(recording));

    public static Waves Of(byte[] file) => new(Encoding.UTF8.GetString(file).Split('\n'));

    public IEnumerable<string> this[string name] => _values.GetValueOrDefault(name, [])
        .Select(one => string.Create(null, $"{one.At}: {one.Value}"));

    private void Add(string id, long at, string value)
    {
        if (!_values.TryGetValue(_names[id], out var all)) _values[_names[id]] = all = [];
        all.Add((at, value));
    }

    private static string Plain(string value)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '\\')
            {
                bytes.Add((byte)value[at]);
            }
            else if (char.IsAsciiDigit(value[at + 1]))
            {
                bytes.Add(Convert.ToByte(value.Substring(at + 1, 3), 8));
                at += 3;
            }
            else
            {
                // GTKWave writes \" and \\.
                bytes.Add((byte)value[++at]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
