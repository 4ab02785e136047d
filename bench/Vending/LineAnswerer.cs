using System.Buffers;
using System.Text;
using System.Text.Json;

namespace HilBench.Vending;

/// <summary>
/// Answers request lines one after the other. It uses its buffers again for each line, so it serves one thread.
/// </summary>
public abstract class LineAnswerer
{
    private readonly JsonFields _fields = new();
    private readonly ArrayBufferWriter<byte> _answer = new(256);
    private readonly Utf8JsonWriter _json;

    protected LineAnswerer() => _json = new Utf8JsonWriter(_answer, LineAnswer.Plain);

    /// <summary>Writes the answer as one line of JSON, without a line end. Never throws for what a line says.</summary>
    /// <returns>False when the request was wrong. A token that is refused does not make the request wrong.</returns>
    public bool Answer(ReadOnlyMemory<byte> line, IBufferWriter<byte> output)
    {
        var isGood = Write(line);
        output.Write(_answer.WrittenSpan);
        return isGood;
    }

    /// <summary>Answers a line that is a string.</summary>
    public LineAnswer Answer(string line)
    {
        var isGood = Write(Encoding.UTF8.GetBytes(line));
        return new LineAnswer(Encoding.UTF8.GetString(_answer.WrittenSpan), !isGood);
    }

    /// <summary>Writes the members of the answer. False when the request was wrong although it has an answer.</summary>
    /// <exception cref="BadLineException">The request is wrong: the message becomes the answer.</exception>
    protected abstract bool Answer(JsonFields line, Utf8JsonWriter answer);

    /// <summary>True when the line is to blame for an exception, so that its message is the answer.</summary>
    protected virtual bool IsAnswer(Exception wrong) => wrong is BadLineException;

    private bool Write(ReadOnlyMemory<byte> line)
    {
        Begin();
        bool isGood;
        try
        {
            _fields.Read(line);
            isGood = Answer(_fields, _json);
        }
        catch (Exception wrong) when (IsAnswer(wrong))
        {
            Begin();
            _json.WriteString("error", wrong.Message);
            isGood = false;
        }

        _json.WriteEndObject();
        _json.Flush();
        return isGood;
    }

    private void Begin()
    {
        _answer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
    }
}
