using System.Buffers;
using System.Text;
using HilBench.Vending;

namespace HilBench.Cli;

/// <summary>Request lines that were read together, and their answers.</summary>
internal sealed class LineBlock
{
    private const int UsualBytes = 262_144;

    private static readonly byte[] TooLong =
        Encoding.UTF8.GetBytes(LineAnswer.Error($"a line has at most {LineReader.Longest} characters").Json);

    private readonly List<(int Start, int Length)> _lines = [];

    /// <summary>Large enough for the longest line that is allowed; usually it holds about a thousand lines.</summary>
    public byte[] Bytes { get; } = new byte[UsualBytes];

    public ArrayBufferWriter<byte> Answers { get; } = new(UsualBytes / 4);

    public int Lines => _lines.Count;

    public int Bad { get; private set; }

    /// <summary>How many blocks were read before this one.</summary>
    public long Number { get; set; }

    public void Clear()
    {
        _lines.Clear();
        Forget();
    }

    public void Add(int start, int length) => _lines.Add((start, length));

    /// <summary>Adds a line whose bytes are not kept because it is too long. It is answered in its turn.</summary>
    public void AddTooLong() => _lines.Add((0, -1));

    /// <summary>The bytes of a line, or null for one that was too long to be kept.</summary>
    public ReadOnlyMemory<byte>? Line(int index)
    {
        var (start, length) = _lines[index];
        if (length < 0) return null;
        return Bytes.AsMemory(start, length);
    }

    public void Answer(LineAnswerer answerer)
    {
        for (var line = 0; line < _lines.Count; line++) Answer(line, answerer);
    }

    /// <summary>Writes each answer before the next line is answered, which may take long on a real meter.</summary>
    public void AnswerOneByOne(LineAnswerer answerer, AnswerWriter writer)
    {
        for (var line = 0; line < _lines.Count && !writer.IsOver; line++)
        {
            Answer(line, answerer);
            writer.Write(Answers.WrittenSpan, lines: 1, Bad);
            Forget();
        }
    }

    private void Answer(int line, LineAnswerer answerer)
    {
        var isGood = Line(line) is { } bytes ? answerer.Answer(bytes, Answers) : Refuse();
        if (!isGood) Bad++;
        Answers.Write("\n"u8);
    }

    private bool Refuse()
    {
        Answers.Write(TooLong);
        return false;
    }

    private void Forget()
    {
        Answers.ResetWrittenCount();
        Bad = 0;
    }
}
