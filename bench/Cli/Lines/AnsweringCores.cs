using System.Runtime.ExceptionServices;
using HilBench.Input;
using HilBench.Vending;

namespace HilBench.Cli;

/// <summary>
/// Answers lines on several threads that all do the same: read a block of lines, answer it, and hand the answers in.
/// Whoever hands in the block whose turn it is writes it, and all that follow it and are ready. One thread reads at a
/// time, and one writes. A single line is read, answered and written by one thread, so that a program that waits for
/// each answer does not wait for threads to wake each other.
/// </summary>
internal sealed class AnsweringCores(LineReader reader, AnswerWriter writer, Func<LineAnswerer> answerer)
{
    /// <summary>How far the others may run ahead of a thread that is held up, in blocks for each thread.</summary>
    private const int BlocksAhead = 2;

    private readonly Lock _reading = new();
    private readonly object _turn = new();
    private readonly Stack<LineBlock> _free = [];
    private LineBlock?[] _ready = [];
    private long _read;
    private long _written;
    private int _working;
    private bool _isOver;
    private ExceptionDispatchInfo? _wrong;

    /// <summary>Returns when all is answered, or when nobody reads the answers any more.</summary>
    public void Answer(int cores)
    {
        _working = cores;
        _ready = new LineBlock?[cores * BlocksAhead];
        if (cores == 1)
        {
            Work();
        }
        else
        {
            for (var core = 0; core < cores; core++)
                new Thread(Work) { IsBackground = true, Name = "answers" }.Start();
            AwaitEnd();
        }

        _wrong?.Throw();
    }

    /// <summary>
    /// When nobody reads the answers any more, a thread may still wait for input; it ends with the process.
    /// </summary>
    private void AwaitEnd()
    {
        lock (_turn)
        {
            while (_working > 0 && !writer.IsOver) Monitor.Wait(_turn);
        }
    }

    private void Work()
    {
        try
        {
            var mine = answerer();
            var block = new LineBlock();
            while (Take(block)) block = Serve(mine, block);
        }
        catch (Exception wrong)
        {
            lock (_turn) _wrong ??= ExceptionDispatchInfo.Capture(wrong);
        }

        lock (_turn)
        {
            _working--;
            Monitor.PulseAll(_turn);
        }
    }

    private bool Take(LineBlock block)
    {
        lock (_reading)
        {
            if (_isOver) return false;

            // If reading throws, this stays true: nothing more is read, and what was read before is still answered.
            _isOver = true;
            if (!reader.Fill(block)) return false;
            block.Number = _read++;
            _isOver = writer.IsOver;
            return true;
        }
    }

    /// <summary>Returns a block for the next lines.</summary>
    private LineBlock Serve(LineAnswerer mine, LineBlock block)
    {
        try
        {
            block.Answer(mine);
        }
        catch (Exception wrong)
        {
            // This block will never be written, so nobody may wait for it.
            lock (_turn) GiveUp(wrong);
            return block;
        }

        lock (_turn) return HandIn(block);
    }

    private LineBlock HandIn(LineBlock block)
    {
        while (block.Number >= _written + _ready.Length && !writer.IsOver) Monitor.Wait(_turn);
        if (writer.IsOver) return block;
        _ready[block.Number % _ready.Length] = block;
        var before = _written;
        while (_ready[_written % _ready.Length] is { } next && !writer.IsOver)
        {
            Write(next);
            _ready[_written % _ready.Length] = null;
            _free.Push(next);
            _written++;
        }

        if (_written > before) Monitor.PulseAll(_turn);
        return _free.TryPop(out var free) ? free : new LineBlock();
    }

    private void Write(LineBlock block)
    {
        try
        {
            writer.Write(block.Answers.WrittenSpan, block.Lines, block.Bad);
        }
        catch (SettingsException wrong)
        {
            GiveUp(wrong);
        }
    }

    private void GiveUp(Exception wrong)
    {
        _wrong ??= ExceptionDispatchInfo.Capture(wrong);
        writer.GiveUp();
        Monitor.PulseAll(_turn);
    }
}
