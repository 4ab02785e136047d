using System.Text;
using HilBench.Input;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Lint;

/// <summary>Writes a feature file again with its spacing mended: whole, or not at all.</summary>
public static class FeatureMending
{
    /// <summary>True when the file is another one now.</summary>
    /// <exception cref="SettingsException">It cannot be read or written; the message is one line.</exception>
    /// <exception cref="FeatureMistakesException">It is not text in UTF-8.</exception>
    public static bool Mend(string file)
    {
        var bytes = InputFile.Read(file, FeatureText.MostMegabytes);
        var text = FeatureText.Of(bytes, InputFile.Shown(file));
        if (FeatureLayout.Of(text) is not { } laid || laid == text) return false;
        Write(file, [.. FeatureText.MarkOf(bytes), .. Encoding.UTF8.GetBytes(laid)]);
        return true;
    }

    /// <summary>A link stays a link, and the file keeps who may read it.</summary>
    private static void Write(string file, byte[] bytes)
    {
        try
        {
            var target = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(file);
            var beside = $"{target}.{Environment.ProcessId}.part";
            try
            {
                File.WriteAllBytes(beside, bytes);
                if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
                File.Move(beside, target, overwrite: true);
            }
            catch
            {
                File.Delete(beside);
                throw;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
                $"{InputFile.Shown(file)}: cannot be written: {OneLine.Whole(failure.Message)}");
        }
    }
}
