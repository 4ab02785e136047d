using Reqnroll;

namespace Lab.Steps;

/// <summary>What happened in one scenario, in order. Reqnroll makes one for each scenario that asks for it.</summary>
public sealed class LabBook
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Write(string line) => _lines.Add(line);
}

/// <summary>Sentences of this lab: a climate chamber that stands beside the meter.</summary>
[Binding]
public sealed class ChamberSteps(LabBook book, IReqnrollOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lab-");
    private decimal _temperature = 23;

    [BeforeScenario]
    public void OpenTheBook() => book.Write("began");

    /// <summary>Waits until the chamber is as warm as that.</summary>
    [Given("the chamber is at {decimal} °C")]
    public async Task GivenTheChamberIsAt(decimal temperature)
    {
        await Task.Yield();
        _temperature = temperature;
        book.Write($"chamber at {temperature} °C");
    }

    [Given("the chamber follows:")]
    public void GivenTheChamberFollows(IReadOnlyList<ChamberPoint> points)
    {
        foreach (var point in points) book.Write($"{point.Minutes} min: {point.Temperature} °C");
        _temperature = points[^1].Temperature;
        var curve = Path.Combine(_folder.FullName, "curve.csv");
        File.WriteAllLines(curve, points.Select(point => $"{point.Minutes},{point.Temperature}"));
        output.AddAttachment(curve);
    }

    /// <summary>The report has its own copies.</summary>
    public void Dispose() => _folder.Delete(recursive: true);

    [StepArgumentTransformation]
    public static IReadOnlyList<ChamberPoint> Points(DataTable table) => [.. table.CreateSet<ChamberPoint>()];

    /// <summary>Whoever throws something with "Assertion" in its name says that the meter is wrong.</summary>
    [Then("the chamber is still at {decimal} °C")]
    public void ThenTheChamberIsAt(decimal temperature)
    {
        output.WriteLine(string.Join(", ", book.Lines));
        if (_temperature != temperature)
            throw new LabAssertionException($"the chamber is at {_temperature} °C, not {temperature} °C");
    }
}

/// <summary>A point of a temperature curve.</summary>
public sealed record ChamberPoint(int Minutes, decimal Temperature);

/// <summary>What was promised is not so.</summary>
public sealed class LabAssertionException(string message) : Exception(message);
