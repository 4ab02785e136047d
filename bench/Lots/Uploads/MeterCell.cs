using HilBench.Input;
using HilBench.Tokens;

namespace HilBench.Lots.Uploads;

/// <summary>
/// The meter number of a line: 11 or 13 digits, or the PAN of 18, with their check digits (IEC 62055-41 §6.1.2).
/// </summary>
internal static class MeterCell
{
    private const string LongIin = "600727";
    private const string ShortIin = "0000";

    /// <summary>
    /// The meter as a number that is the same however it is written, and never zero; null when it is none at all. A
    /// wrong check digit is told, and the number is one all the same.
    /// </summary>
    public static ulong? Read(ReadOnlySpan<char> cell, out (string Kind, string What)? wrong)
    {
        wrong = null;
        if (cell.ContainsAnyExceptInRange('0', '9')) return No(NoDigits(cell), out wrong);
        switch (cell.Length)
        {
            case 11 or 13:
                if (IsWrong(cell, out var check)) wrong = Digit("meter number", cell, check);
                return Key(cell);
            case 18:
                return ReadPan(cell, out wrong);
            default:
                return No(WrongLength(cell), out wrong);
        }
    }

    private static ulong? ReadPan(ReadOnlySpan<char> pan, out (string Kind, string What)? wrong)
    {
        wrong = null;
        var iin = pan.StartsWith(LongIin) ? LongIin.Length : pan.StartsWith(ShortIin) ? ShortIin.Length : 0;
        if (iin == 0)
            return No($"PAN {pan} begins with neither {LongIin} nor {ShortIin}", out wrong);
        var drn = pan[iin..^1];
        if (IsWrong(pan, out var check)) wrong = Digit("PAN", pan, check);
        else if (IsWrong(drn, out check)) wrong = Digit($"PAN {pan}: meter number", drn, check);
        return Key(drn);
    }

    private static bool IsWrong(ReadOnlySpan<char> number, out char check)
    {
        check = MeterPan.CheckDigit(number[..^1]);
        return number[^1] != check;
    }

    private static (string, string) Digit(string what, ReadOnlySpan<char> number, char check) =>
        (UploadKinds.CheckDigit, $"{what} {number}: its check digit must be {check}, not {number[^1]}");

    /// <summary>Numbers of 11 and of 13 digits are different meters, whatever their value.</summary>
    private static ulong Key(ReadOnlySpan<char> digits)
    {
        ulong number = 0;
        foreach (var digit in digits) number = (number * 10) + (ulong)(digit - '0');
        return (number * 2) + (digits.Length == 13 ? 2ul : 1ul);
    }

    private static ulong? No(string what, out (string, string)? wrong)
    {
        wrong = (UploadKinds.MeterNumber, what);
        return null;
    }

    private static string NoDigits(ReadOnlySpan<char> cell)
    {
        var told = OneLine.Beginning(cell.ToString());
        return IsPowerOfTen(cell)
            ? $"meter number \"{told}\" was written by a spreadsheet in powers of ten, and its last digits are lost; "
                + "export the column as text"
            : $"meter number \"{told}\" has characters that are no digits; allowed: {UploadField.Meter.Allowed}";
    }

    private static bool IsPowerOfTen(ReadOnlySpan<char> cell) =>
        cell.IndexOfAny('E', 'e') > 0 && !cell.ContainsAnyExcept("0123456789.,+Ee");

    private static string WrongLength(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty) return $"the meter number is empty; allowed: {UploadField.Meter.Allowed}";
        var hint = "";
        if (cell.Length is 10 or 12 && !IsWrong(cell, out _)) hint = "; a zero in front may have been lost";
        return $"meter number {OneLine.Beginning(cell.ToString())} has {cell.Length} digit"
            + (cell.Length == 1 ? "" : "s") + "; allowed: "
            + UploadField.Meter.Allowed + hint;
    }
}
