using HilBench.Lots.Uploads;

namespace HilBench.Cli;

/// <summary>Whoever is told what is wrong with an upload file, as it is found.</summary>
internal interface ICheckListTold : IDisposable
{
    void Tell(UploadFinding finding);

    void End(UploadResult result);
}
