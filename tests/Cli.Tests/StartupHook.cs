/// <summary>
/// Runs in a hilbench that a test starts, before its Main, when DOTNET_STARTUP_HOOKS names this assembly: writes down
/// which libraries were loaded at the end. The runtime asks for this name, without a namespace.
/// </summary>
internal static class StartupHook
{
    public const string Place = "HILBENCH_LOADED";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Place) is not { } file) return;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(
            file, AppDomain.CurrentDomain.GetAssemblies().Select(one => one.GetName().Name ?? ""));
    }
}
