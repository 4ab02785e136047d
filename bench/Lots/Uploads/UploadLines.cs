using System.Globalization;
using HilBench.Input;
using nietras.SeparatedValues;

namespace HilBench.Lots.Uploads;

/// <summary>Checks one line after the other. Of what the file has no column for nothing is asked.</summary>
internal sealed class UploadLines(
    UploadHeader header, SeenNumbers seen, RevisionDates dates, Action<long, string, string> tell)
{
    private const int LongestNumber = 9;

    private readonly int _meter = header[UploadField.Meter];
    private readonly int _baseDate = header[UploadField.BaseDate];
    private readonly int _least = header.Least;
    private readonly Column _supplyGroup = new(header, UploadField.SupplyGroup, UploadKinds.SupplyGroup, 0, 999_999, 6);
    private readonly Column _tariffIndex = new(header, UploadField.TariffIndex, UploadKinds.TariffIndex, 0, 99, 2);
    private readonly Column _keyRevision = new(header, UploadField.KeyRevision, UploadKinds.KeyRevision, 1, 9, null);
    private readonly Column _keyType = new(header, UploadField.KeyType, UploadKinds.KeyType, 0, 3, null);
    private readonly Column _keyExpiry = new(header, UploadField.KeyExpiry, UploadKinds.KeyExpiry, 0, 255, null);

    public void Check(SepReader.Row row, long line)
    {
        if (row.ColCount < _least)
        {
            var columns = row.ColCount == 1 ? "1 column" : $"{row.ColCount} columns";
            tell(line, UploadKinds.Columns, $"the line has {columns}; at least {_least} are needed");
            return;
        }

        CheckMeter(row[_meter].Span.Trim(), line);
        var group = Number(row, _supplyGroup, line);
        Number(row, _tariffIndex, line);
        var revision = Number(row, _keyRevision, line);
        Number(row, _keyType, line);
        Number(row, _keyExpiry, line);
        var year = Year(row, line);
        if (group >= 0 && revision >= 0 && year >= 0) dates.Add(group, revision, year, line);
    }

    private void CheckMeter(ReadOnlySpan<char> cell, long line)
    {
        var number = MeterCell.Read(cell, out var wrong);
        if (wrong is { } told) tell(line, told.Kind, told.What);
        if (number is not { } known || seen.Add(known, line) is not { } first) return;
        tell(line, UploadKinds.Duplicate, $"meter number {cell} stands on line {first} already");
    }

    /// <summary>The number in a cell; negative when the file has no such column, or the cell is wrong.</summary>
    private int Number(SepReader.Row row, in Column column, long line)
    {
        if (column.At < 0) return -1;
        var cell = row[column.At].Span.Trim();
        if (cell.Length <= LongestNumber
            && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= column.Least && number <= column.Most
            && (column.Digits is null || cell.Length == column.Digits))
            return number;
        TellCell(line, column.Kind, column.Field, cell);
        return -1;
    }

    private int Year(SepReader.Row row, long line)
    {
        if (_baseDate < 0) return -1;
        var cell = row[_baseDate].Span.Trim();
        switch (cell)
        {
            case "1993" or "93" or "1993-01-01":
                return 1993;
            case "2014" or "14" or "2014-01-01":
                return 2014;
            case "2035" or "35" or "2035-01-01":
                return 2035;
            default:
                TellCell(line, UploadKinds.BaseDate, UploadField.BaseDate, cell);
                return -1;
        }
    }

    private void TellCell(long line, string kind, UploadField field, ReadOnlySpan<char> cell) => tell(
        line, kind, cell.IsEmpty
            ? $"the {field.Name} is empty; allowed: {field.Allowed}"
            : $"{field.Name} is \"{OneLine.Beginning(cell.ToString())}\"; allowed: {field.Allowed}");

    /// <summary>A column of numbers, and what they may be.</summary>
    private readonly record struct Column(
        int At, UploadField Field, string Kind, int Least, int Most, int? Digits)
    {
        public Column(UploadHeader header, UploadField field, string kind, int least, int most, int? digits)
            : this(header[field], field, kind, least, most, digits)
        {
        }
    }
}
