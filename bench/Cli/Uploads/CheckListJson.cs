using System.Text.Encodings.Web;
using System.Text.Json;
using HilBench.Input;
using HilBench.Lots.Uploads;

namespace HilBench.Cli;

/// <summary>One JSON document, written as the findings come, so that millions of them need no memory.</summary>
internal sealed class CheckListJson : ICheckListTold
{
    private const int Buffer = 1 << 16;

    private readonly Stream _output = Surroundings.Current.OpenOutput();
    private readonly Utf8JsonWriter _json;
    private readonly string _file;
    private readonly long _most;
    private long _told;

    public CheckListJson(string path, long most)
    {
        _most = most;
        _json = new Utf8JsonWriter(
            _output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _file = InputFile.Shown(path);
    }

    public void Tell(UploadFinding finding)
    {
        Begin();
        if (_told++ >= _most) return;
        _json.WriteStartObject();
        _json.WriteNumber("line", finding.Line);
        _json.WriteString("kind", finding.Kind);
        _json.WriteString("what", OneLine.Whole(finding.What));
        _json.WriteEndObject();
        if (_json.BytesPending > Buffer) _json.Flush();
    }

    public void End(UploadResult result)
    {
        Begin();
        _json.WriteEndArray();
        _json.WriteNumber("meters", result.Meters);
        _json.WriteNumber("found", result.Findings);
        _json.WriteStartObject("counts");
        foreach (var kind in UploadKinds.All.Where(result.Counts.ContainsKey))
            _json.WriteNumber(kind, result.Counts[kind]);
        _json.WriteEndObject();
        _json.WriteStartObject("columns");
        foreach (var (field, header) in result.Columns) _json.WriteString(field.Name, header);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
    }

    /// <summary>Nothing is written of a file that turns out to be none.</summary>
    private void Begin()
    {
        if (_json.BytesCommitted + _json.BytesPending > 0) return;
        _json.WriteStartObject();
        _json.WriteString("file", _file);
        _json.WriteStartArray("findings");
    }

    public void Dispose()
    {
        _json.Dispose();
        _output.Dispose();
    }
}
