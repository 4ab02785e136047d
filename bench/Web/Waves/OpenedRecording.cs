using System.Globalization;
using HilBench.Input;
using HilBench.Recording;
using HilBench.Recording.Looking.Waves;

namespace HilBench.Web.Waves;

/// <summary>A recording as the page shows it.</summary>
internal sealed record OpenedRecording
{
    /// <summary>More lanes than any rig has; the page would not end.</summary>
    private const int MostLanes = 300;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(100 * 366);

    public required string Name { get; init; }

    /// <summary>Of the scenario.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands, what it ran on, and how it ended.</summary>
    public required string Facts { get; init; }

    public required WaveReel Reel { get; init; }

    public required int Columns { get; init; }

    public required int Rows { get; init; }

    public required bool IsCut { get; init; }

    /// <exception cref="SettingsException">No rig can have made it; one line.</exception>
    public static OpenedRecording Of(string name, FlightRecording recording)
    {
        var reel = ReelOf(name, recording);
        var head = recording.Head;
        return new OpenedRecording
        {
            Name = name, Title = OneLine.Whole(head.Title), Reel = reel, IsCut = recording.IsCut,
            Columns = head.Columns, Rows = head.Lines,
            Facts = OneLine.Whole(string.Create(CultureInfo.InvariantCulture,
                $"{head.File}:{head.Line}, {head.Rig}, {head.Profile}, seed {head.Seed}")
                + (recording.End is { } end ? $", {end.Verdict}" : "")),
        };
    }

    private static WaveReel ReelOf(string name, FlightRecording recording)
    {
        var isPossible = recording.Events.All(one => one.At >= TimeSpan.Zero && one.At <= Longest)
            && recording.Calls.All(call => call.Took >= TimeSpan.Zero && call.Took <= Longest)
            && recording.Wires.All(one => one.At >= TimeSpan.Zero && one.At <= Longest)
            && recording.WireNames.Count + recording.LineNames.Count <= MostLanes;
        return isPossible ? WaveReel.Of(recording) : throw new SettingsException(
            $"{name}: cannot be read as a recording: it has times or wires that no rig has");
    }
}
