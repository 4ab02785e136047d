using Reqnroll.Infrastructure;

namespace HilBench.Scenarios.Engine;

/// <summary>An attachment goes into the reports; there is no test framework to hand it to.</summary>
internal sealed class NoForwarding : IReqnrollAttachmentHandler
{
    public void AddAttachment(string filePath)
    {
    }
}
