using HilBench.Input;

namespace HilBench.Cli;

/// <summary>Standard input, which the program may have been started without.</summary>
internal static class StandardInput
{
    private const int Descriptor = 0;

    /// <exception cref="SettingsException">The program was started without one.</exception>
    public static Stream Open()
    {
        RequireOpen();
        return Console.OpenStandardInput();
    }

    /// <exception cref="SettingsException">The program was started without one.</exception>
    public static void RequireOpen()
    {
        if (InheritedDescriptor.IsMissing(Descriptor))
        {
            throw new SettingsException(
                "standard input: cannot be read: it is closed; connect a file, a pipe or a terminal");
        }
    }
}
