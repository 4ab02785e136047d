using System.Collections.Concurrent;
using HilBench.Input;

namespace HilBench.Cli;

/// <summary>
/// Waits until somebody saves files in some folders. An editor saves in several steps, and a person several files at
/// once: what comes within a moment belongs together.
/// </summary>
internal sealed class FileWatch : IDisposable
{
    private const int LargestBuffer = 1 << 16;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly BlockingCollection<string> _saved = [];
    private readonly string[] _endings;

    /// <param name="folders">Where; what is below them too, if said so.</param>
    /// <param name="endings">Of which files, such as <c>.feature</c>.</param>
    /// <exception cref="SettingsException">A folder cannot be watched; the message is one line.</exception>
    public FileWatch(IEnumerable<(string Folder, bool Below)> folders, params string[] endings)
    {
        _endings = endings;
        foreach (var (folder, below) in folders) Watch(folder, below);
    }

    /// <summary>
    /// The full paths of what was saved, made or taken away; empty when more happened than could be remembered. Null
    /// when <paramref name="stop"/> was asked for first.
    /// </summary>
    public IReadOnlyList<string>? Next(CancellationToken stop)
    {
        try
        {
            var saved = new SortedSet<string>(StringComparer.Ordinal) { _saved.Take(stop) };
            while (_saved.TryTake(out var another, (int)Moment.TotalMilliseconds, stop)) saved.Add(another);
            return saved.Contains("") ? [] : [.. saved];
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _saved.Dispose();
    }

    private void Watch(string folder, bool below)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = below,
                InternalBufferSize = LargestBuffer,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            _watchers.Add(watcher);
            watcher.Changed += (_, saved) => Note(saved.FullPath);
            watcher.Created += (_, saved) => Note(saved.FullPath);
            watcher.Deleted += (_, saved) => Note(saved.FullPath);
            watcher.Renamed += (_, saved) =>
            {
                Note(saved.OldFullPath);
                Note(saved.FullPath);
            };
            watcher.Error += (_, _) => Add("");
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception wrong) when (wrong is IOException or ArgumentException or UnauthorizedAccessException)
        {
            Dispose();
            throw new SettingsException(
                $"{InputFile.Shown(folder)}: cannot be watched: {OneLine.Whole(wrong.Message)}");
        }
    }

    private void Note(string path)
    {
        if (_endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            Add(Path.GetFullPath(path));
    }

    private void Add(string path)
    {
        try
        {
            _saved.Add(path);
        }
        catch (Exception late) when (late is ObjectDisposedException or InvalidOperationException)
        {
            // Nobody waits any more.
        }
    }
}
