using System.Runtime.ExceptionServices;
using HilBench.Rig.Files;
using HilBench.Rig.Vending;

namespace HilBench.Cli;

/// <summary>
/// Answers lines on several threads that all do the same: read a block of lines, answer it, and write the answers once
/// all blocks before it are written. One thread reads at a time, and one writes. A single line is read, answered and
/// written by one thread, so that a program that waits for each answer does not wait for threads to wake each other.
/// </summary>
internal sealed class AnsweringCores(LineReader reader, AnswerWriter writer, Func<LineAnswerer> answerer)
{
    private readonly Lock _reading = new();
    private readonly object _turn = new();
    private long _read;
    private long _written;
    private int _working;
    private bool _isOver;
    private ExceptionDispatchInfo? _wrong;

    /// <summary>Returns when all is answered, or when nobody reads the answers any more.</summary>
    public void Answer(int cores)
    {
        _working = cores;
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
            while (Take(block)) Serve(mine, block);
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

    private void Serve(LineAnswerer mine, LineBlock block)
    {
        try
        {
            block.Answer(mine);
        }
        catch (Exception wrong)
        {
            // This block will never be written, so nobody may wait for it.
            lock (_turn) GiveUp(wrong);
            return;
        }

        Deliver(block);
    }

    private void Deliver(LineBlock block)
    {
        lock (_turn)
        {
            while (_written != block.Number && !writer.IsOver) Monitor.Wait(_turn);
            if (writer.IsOver) return;
            try
            {
                writer.Write(block.Answers.WrittenSpan, block.Lines, block.Bad);
            }
            catch (SettingsException wrong)
            {
                GiveUp(wrong);
            }

            _written++;
            Monitor.PulseAll(_turn);
        }
    }

    private void GiveUp(Exception wrong)
    {
        _wrong ??= ExceptionDispatchInfo.Capture(wrong);
        writer.GiveUp();
        Monitor.PulseAll(_turn);
    }
}
