namespace HilBench.Scenarios.Reports;

/// <summary>A report cannot be written; the message is one line that says where and why.</summary>
public sealed class ReportException(string folder, string why)
    : Exception($"--report \"{Printable.Line(folder)}\": cannot be written: {why}");
