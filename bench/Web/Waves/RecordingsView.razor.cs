using HilBench.Input;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace HilBench.Web.Waves;

/// <summary>Opens recordings: one that a run left, by its path below the folder of reports, or an upload.</summary>
public partial class RecordingsView
{
    private IReadOnlyList<string> _list = [];
    private OpenedRecording? _opened;
    private string? _wrong;
    private string? _read;
    private bool _isComing;

    /// <summary>The path of one to open; null for none.</summary>
    [Parameter]
    public string? File { get; set; }

    [Inject]
    internal RecordingFiles Files { get; set; } = null!;

    protected override void OnInitialized() => _list = Files.List();

    protected override void OnParametersSet()
    {
        if (File is null || File == _read) return;
        _read = File;
        Open(() => Files.Open(File));
    }

    private async Task Upload(InputFileChangeEventArgs chosen)
    {
        var name = OneLine.Beginning(chosen.File.Name);
        if (chosen.File.Size > RecordingFiles.MostBytes)
        {
            (_opened, _wrong) = (null, RecordingFiles.TooLong(name).Message);
            return;
        }

        using var whole = new MemoryStream();
        // The one of the address may be wanted again after this one.
        (_isComing, _read) = (true, null);
        StateHasChanged();
        try
        {
            await using var from = chosen.File.OpenReadStream(RecordingFiles.MostBytes);
            await from.CopyToAsync(whole);
            whole.Position = 0;
            Open(() => RecordingFiles.Read(name, whole));
        }
        catch (Exception wrong) when (wrong is IOException or OperationCanceledException or TimeoutException)
        {
            (_opened, _wrong) = (null, L["{0}: did not arrive whole", name]);
        }
        finally
        {
            _isComing = false;
        }
    }

    private void Open(Func<OpenedRecording> read)
    {
        try
        {
            (_opened, _wrong) = (read(), null);
        }
        catch (SettingsException wrong)
        {
            (_opened, _wrong) = (null, wrong.Message);
        }
    }
}
