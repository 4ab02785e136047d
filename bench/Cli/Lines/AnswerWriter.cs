using System.Globalization;
using HilBench.Input;

namespace HilBench.Cli;

/// <summary>
/// Writes answers and counts them. When nobody reads the answers any more, the work is over without an error:
/// `hilbench vend … | head` ends quietly.
/// </summary>
internal sealed class AnswerWriter(Stream output) : IDisposable
{
    private const int ProgressEvery = 10_000;
    private const int UsageError = 2;

    private readonly bool _showsProgress =
        !Surroundings.Current.IsErrorRedirected && Surroundings.Current.IsOutputRedirected;

    private long _lines;
    private long _bad;
    private volatile bool _isOver;

    /// <summary>True when nothing more will be written. Any thread may ask.</summary>
    public bool IsOver => _isOver;

    /// <exception cref="SettingsException">Writing failed, for example because the disk is full.</exception>
    public void Write(ReadOnlySpan<byte> answers, int lines, int bad)
    {
        try
        {
            output.Write(answers);
        }
        catch (IOException wrong)
        {
            _isOver = true;
            if (StandardOutput.IsReaderGone(wrong)) return;
            throw new SettingsException($"hilbench: cannot write to standard output: {wrong.Message}");
        }

        var before = _lines / ProgressEvery;
        _lines += lines;
        _bad += bad;
        if (_showsProgress && _lines / ProgressEvery > before) Console.Error.Write(Progress());
    }

    /// <summary>Ends the work; nothing more is written.</summary>
    public void GiveUp() => _isOver = true;

    /// <summary>Returns the exit code: 2 when any line was wrong.</summary>
    public int Finish()
    {
        if (_showsProgress && _lines >= ProgressEvery) Console.Error.WriteLine(Progress());
        return _bad > 0 ? UsageError : 0;
    }

    public void Dispose() => output.Dispose();

    private string Progress() => string.Create(CultureInfo.InvariantCulture, $"\r{_lines:N0} lines, {_bad:N0} bad ");
}
