using HilBench.Input;

namespace HilBench.Cli;

/// <summary>Much output, which somebody may stop reading: <c>hilbench recording … | head</c> ends quietly.</summary>
internal static class RecordingOutput
{
    /// <exception cref="SettingsException">It cannot be written, for example because the disk is full.</exception>
    public static void Write(Action<Stream> write)
    {
        try
        {
            using var output = new BufferedStream(Surroundings.Current.OpenOutput(), 1 << 16);
            write(output);
        }
        catch (IOException wrong) when (StandardOutput.IsReaderGone(wrong))
        {
            // Nobody wants the rest.
        }
        catch (IOException wrong)
        {
            throw new SettingsException($"hilbench: cannot write to standard output: {wrong.Message}");
        }
    }
}
