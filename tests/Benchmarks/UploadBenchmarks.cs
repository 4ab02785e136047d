using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using HilBench.Lots.Uploads;
using HilBench.Tokens;
using nietras.SeparatedValues;
using Sylvan.Data.Csv;

namespace HilBench.Benchmarks;

/// <summary>
/// A line of an upload file of six columns, checked by one thread. The rivals only read it: they cut the line into its
/// columns and look at the length of each. Figures are for one line.
/// </summary>
[MemoryDiagnoser]
public class UploadBenchmarks
{
    private const int Lines = 1_000_000;

    private readonly byte[] _file = Make();
    private readonly Dictionary<UploadField, string> _nothingSaid = [];

    [Benchmark(Baseline = true, OperationsPerInvoke = Lines)]
    public int SylvanReadsIt()
    {
        using var reader = CsvDataReader.Create(new StreamReader(new MemoryStream(_file)));
        var length = 0;
        while (reader.Read())
        {
            for (var at = 0; at < reader.FieldCount; at++) length += reader.GetFieldSpan(at).Length;
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Lines)]
    public int SepReadsIt()
    {
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true })
            .From(new MemoryStream(_file));
        var length = 0;
        foreach (var row in reader)
        {
            for (var at = 0; at < row.ColCount; at++) length += row[at].Span.Length;
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Lines)]
    public long CheckListChecksIt()
    {
        var check = new UploadCheck("upload.csv", wrong => throw new InvalidOperationException(wrong.What));
        return check.Run(new MemoryStream(_file), _nothingSaid, default).Meters;
    }

    /// <summary>Numbers as they come from a maker: one after the other, each with its check digit.</summary>
    private static byte[] Make()
    {
        var text = new StringBuilder("meter number,supply group,tariff index,key revision,key type,base date\n");
        for (var i = 0; i < Lines; i++)
        {
            var body = (700_000_000L + i).ToString("D10", CultureInfo.InvariantCulture);
            text.Append(body).Append(MeterPan.CheckDigit(body)).Append(",123456,01,2,2,2014\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
