namespace HilBench.Lots.Uploads;

/// <summary>One thing that is wrong with a line of an upload file.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Kind">By which findings are counted, such as <c>check-digit</c>.</param>
/// <param name="What">What is wrong and what is allowed.</param>
public sealed record UploadFinding(long Line, string Kind, string What);
