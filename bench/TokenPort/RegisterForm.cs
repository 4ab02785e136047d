using System.Globalization;
using System.Text.RegularExpressions;

namespace HilBench.TokenPort;

/// <summary>
/// What the text of a register looks like when it is its value. Meters refuse in words of their own, with or without
/// the address in front (<c>(ERROR)</c>, <c>(ER01)</c>, <c>C.60.1(FAIL)</c>), so a text that does not look like the
/// value is a refusal.
/// </summary>
/// <param name="Wanted">For a person, such as <c>a whole number</c>.</param>
/// <param name="Fits">True when the data set holds a value.</param>
public sealed partial record RegisterForm(string Wanted, Func<DataSet, bool> Fits)
{
    /// <summary>Any text that stands behind its address; without one it is a value only when it is a number.</summary>
    public static RegisterForm Text { get; } = new(
        "a text behind the register's address",
        set => set.Values.Count > 0 && (set.Address.Length > 0 || Amount().IsMatch(set.Value)));

    public static RegisterForm Digits { get; } = new(
        "digits", set => set.Value.Length > 0 && set.Value.All(c => char.IsAsciiDigit(c) || c == ' '));

    /// <summary>A number with or without decimals, sign and unit.</summary>
    public static RegisterForm Quantity { get; } = new("a number", set => TryQuantity(set.Value, out _, out _));

    public static RegisterForm Whole(string wanted, int least, int most) => new(
        wanted,
        set => int.TryParse(set.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most);

    /// <summary>
    /// A number and its unit, as in <c>10.0*kWh</c>, <c>0010,0 kwh</c> or <c>10</c>; the unit may be empty.
    /// </summary>
    public static bool TryQuantity(string text, out decimal number, out string unit)
    {
        var match = Amount().Match(text);
        unit = match.Groups["unit"].Value;
        number = 0;
        return match.Success && decimal.TryParse(
            match.Groups["number"].Value.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    [GeneratedRegex(
        @"^\s*(?<number>[+-]?[0-9]{1,20}([.,][0-9]{1,10})?)\s*\*?\s*(?<unit>[A-Za-z$][A-Za-z0-9/$]{0,7})?\s*$")]
    private static partial Regex Amount();
}
