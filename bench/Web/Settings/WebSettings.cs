using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using HilBench.Roles;

namespace HilBench.Web.Settings;

/// <summary>What <c>hilbench web</c> was asked for.</summary>
public sealed record WebSettings
{
    public const int UsualPort = 5080;

    private const int BytesOfAToken = 16;

    /// <summary>The rig that is driven and that features run on.</summary>
    public required RigPlan Plan { get; init; }

    /// <summary>What the user wrote for it.</summary>
    public string RigName { get; init; } = "virtual";

    /// <summary>0 = any that is free.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>Null = this machine alone.</summary>
    public IPAddress? Listen { get; init; }

    /// <summary>What a browser must bring when others than this machine may come; null = nothing.</summary>
    public string? Token { get; init; }

    /// <summary>A token that nobody can guess.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfAToken));

    /// <summary>The only folder from which features are read and into which they are saved.</summary>
    public string Features { get; init; } = "features";

    /// <summary>Where each run gets a folder for its report.</summary>
    public required string Reports { get; init; }

    /// <summary>The file that remembers verdicts; null = none.</summary>
    public string? History { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>Classes with the sentences of a lab.</summary>
    public IReadOnlyList<Assembly> Steps { get; init; } = [];

    /// <summary>The files of them, as the user named them.</summary>
    public IReadOnlyList<string> StepFiles { get; init; } = [];
}
