using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HilBench.Web.Guarding;

/// <summary>What goes wrong in the panel's own code is told in one line; nothing else is logged.</summary>
internal sealed class PanelLog(Action<string> tell) : ILoggerProvider
{
    /// <summary>
    /// What keeps the panel from starting is told by who starts it; a cookie of an earlier panel is nothing to tell.
    /// </summary>
    private static readonly string[] Others = ["Microsoft.Extensions.Hosting", "Microsoft.AspNetCore.Antiforgery"];

    public ILogger CreateLogger(string categoryName) =>
        Others.Any(other => categoryName.StartsWith(other, StringComparison.Ordinal))
            ? NullLogger.Instance : new Lines(tell);

    public void Dispose()
    {
    }

    private sealed class Lines(Action<string> tell) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var why = exception is null ? formatter(state, null) : $"{exception.GetType().Name}: {exception.Message}";
            tell($"hilbench web: {why.ReplaceLineEndings(" ")}");
        }
    }
}
