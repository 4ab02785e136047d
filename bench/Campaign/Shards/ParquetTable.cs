using Parquet;
using Parquet.Schema;

namespace HilBench.Campaign.Shards;

/// <summary>A table of a few columns that becomes the bytes of one Parquet file.</summary>
internal sealed class ParquetTable
{
    private readonly List<(DataField Field, Func<ParquetRowGroupWriter, DataField, Task> Write)> _columns = [];

    public void Add(string name, IReadOnlyCollection<string> values) =>
        _columns.Add((new DataField<string>(name), (group, field) => group.WriteAsync(field, values)));

    public void Add<T>(string name, T[] values)
        where T : struct =>
        _columns.Add((new DataField<T>(name), (group, field) => group.WriteAsync<T>(field, values.AsMemory())));

    /// <summary>A column in which nothing may stand.</summary>
    public void Add<T>(string name, T?[] values)
        where T : struct =>
        _columns.Add((new DataField<T>(name, true), (group, field) => group.WriteAsync<T>(field, values.AsMemory())));

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        Write(bytes).GetAwaiter().GetResult();
        return bytes.ToArray();
    }

    /// <summary>A column of a file that <see cref="ToBytes"/> wrote.</summary>
    public static async Task<T[]> Read<T>(ParquetReader reader, string name)
        where T : struct
    {
        using var group = reader.OpenRowGroupReader(0);
        var values = new T[group.RowCount];
        await group.ReadAsync<T>(Field(reader, name), values.AsMemory());
        return values;
    }

    public static async Task<string[]> ReadTexts(ParquetReader reader, string name)
    {
        using var group = reader.OpenRowGroupReader(0);
        var values = new string?[group.RowCount];
        await group.ReadAsync(Field(reader, name), values.AsMemory());
        return Array.ConvertAll(values, value => value ?? "");
    }

    private static DataField Field(ParquetReader reader, string name) =>
        reader.Schema.GetDataFields().First(field => field.Name == name);

    private async Task Write(Stream stream)
    {
        var schema = new ParquetSchema(_columns.Select(column => (Field)column.Field));
        await using var writer = await ParquetWriter.CreateAsync(schema, stream);
        using var group = writer.CreateRowGroup();
        foreach (var (field, write) in _columns) await write(group, field);
    }
}
