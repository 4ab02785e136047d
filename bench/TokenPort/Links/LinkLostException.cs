using HilBench.Roles;

namespace HilBench.TokenPort.Links;

/// <summary>
/// A link is not there, or not any more: one line that says which, what happened and what was being waited for.
/// </summary>
public sealed class LinkLostException : RigFaultException
{
    public LinkLostException(string link, string what) : base($"{link}: {what}")
    {
    }

    public LinkLostException(string link, string what, Exception inner) : base($"{link}: {what}", inner)
    {
    }
}
