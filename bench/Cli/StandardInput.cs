using HilBench.Rig.Files;

namespace HilBench.Cli;

/// <summary>Standard input that is really the one the program was started with.</summary>
internal static class StandardInput
{
    private const int Descriptor = 0;

    /// <exception cref="SettingsException">The program was started without one.</exception>
    public static Stream Open()
    {
        if (IsClosed)
            throw new SettingsException("standard input: cannot be read: it is closed; give it a file or a pipe");
        return Console.OpenStandardInput();
    }

    public static bool IsClosed => InheritedDescriptor.IsMissing(Descriptor);
}
