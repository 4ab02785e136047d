using HilBench.Roles;

namespace HilBench.Recording.Looking.Waves;

/// <summary>What went over a bus or a link at once.</summary>
internal sealed record SentBytes(LineTraffic Traffic, byte[] Bytes);
