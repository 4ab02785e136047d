using HilBench.Input;
using System.Buffers;
using HilBench.Meter;

namespace HilBench.RigFiles;

/// <summary>Reads the words of a profile: each fits a line, and the glass can show it.</summary>
internal sealed class ProfileWords(Setting words, DisplaySize size, bool sevenSegments)
{
    /// <summary>
    /// Letters that seven segments can form, in the one case that does; k, m, v, w and x cannot be read.
    /// </summary>
    private static readonly SearchValues<char> SevenSegments =
        SearchValues.Create("0123456789AbCcdEFGHhIiJLnOoPqrStUuy -_.°");

    /// <summary>
    /// What every character panel shows as written: ASCII but for the two that the HD44780 draws otherwise, ¥ and →.
    /// </summary>
    private static readonly SearchValues<char> Characters = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}");

    public ResultWords Read()
    {
        var like = new ResultWords();
        return Checked(new ResultWords
        {
            Accept = Word("accept", like.Accept),
            Used = Word("used", like.Used),
            Old = Word("old", like.Old),
            Reject = Template("reject", like.Reject, most: "99", required: false),
            Authentication = words.Find("authentication") is null ? null : Word("authentication", ""),
            Locked = Word("locked", like.Locked),
            Incomplete = Word("incomplete", like.Incomplete),
            Half = Template("half", like.Half, most: "4", required: true),
            Halves = Halves(),
            Credit = Word("credit", like.Credit),
            MemoryFault = Word("memoryFault", like.MemoryFault),
            KeypadFault = Word("keypadFault", like.KeypadFault),
            Overload = Word("overload", like.Overload),
            OverVoltage = Standing("overVoltage", like.OverVoltage),
            UnderVoltage = Standing("underVoltage", like.UnderVoltage),
            SwitchFault = Standing("switchFault", like.SwitchFault),
            Tamper = Standing("tamper", like.Tamper),
            NotCommissioned = Standing("notCommissioned", like.NotCommissioned),
            Emergency = Standing("emergency", like.Emergency),
            NoConnection = Standing("noConnection", like.NoConnection),
            NotPaired = Standing("notPaired", like.NotPaired),
            OtherMeter = Standing("otherMeter", like.OtherMeter),
            Paired = Standing("paired", like.Paired),
        });
    }

    /// <summary>A meter whose yes and no look alike tells nobody anything.</summary>
    private ResultWords Checked(ResultWords read)
    {
        (string Name, string? Word)[] refusals =
        [
            ("used", read.Used), ("old", read.Old), ("reject", read.Reject), ("locked", read.Locked),
            ("authentication", read.Authentication), ("incomplete", read.Incomplete),
        ];
        foreach (var (name, word) in refusals)
        {
            if (word == read.Accept)
                throw At(name).Wrong($"words.{name} is the same as words.accept: nobody could tell yes from no");
        }

        return read;
    }

    /// <summary>A word that few meters need: a profile that does not give it need not fit its glass.</summary>
    private string Standing(string name, string otherwise) =>
        words.Find(name) is null ? otherwise : Word(name, otherwise);

    private string Word(string name, string otherwise) => Fitting(name, words.Text(name, otherwise), null);


    private string Template(string name, string otherwise, string most, bool required)
    {
        var word = words.Text(name, otherwise);
        if (required && words.Find("halves") is null && !word.Contains("{0}", StringComparison.Ordinal))
            throw At(name).Wrong($"words.{name} must hold {{0}}, a number");
        var shown = word.Replace("{0}", most, StringComparison.Ordinal);
        if (shown.Contains('{') || shown.Contains('}'))
            throw At(name).Wrong($"words.{name} may hold {{0}} and no other braces");
        if (words.Find("halves") is null || !required) Fitting(name, shown, null);
        return word;
    }

    private IReadOnlyList<string> Halves()
    {
        const int codes = 4;
        var halves = words.Texts("halves", []);
        if (words.Find("halves") is not null && halves.Length != codes)
            throw At("halves").Wrong($"words.halves has {halves.Length} words; allowed: {codes}, one for each code");
        for (var i = 0; i < halves.Length; i++) Fitting("halves", halves[i], i);
        return halves;
    }

    private string Fitting(string name, string shown, int? index)
    {
        var place = index is { } i ? $"words.{name}[{i}]" : $"words.{name}";
        if (shown.Length > size.Columns)
        {
            throw At(name).Wrong(
                $"{place} is {shown.Length} characters long; allowed: up to {size.Columns}, a line");
        }

        if (shown.Length == 0) throw At(name).Wrong($"{place} is empty; the meter must say something");
        if (shown.Trim() != shown) throw At(name).Wrong($"{place} begins or ends with a blank");
        var odd = sevenSegments ? -1 : shown.AsSpan().IndexOfAnyExcept(Characters);
        if (odd >= 0)
        {
            throw At(name).Wrong($"{place} has '{OneLine.Beginning(shown[odd].ToString())}', which a character panel "
                + "cannot show; allowed: ASCII without \\ and ~");
        }

        var wrong = sevenSegments ? shown.AsSpan().IndexOfAnyExcept(SevenSegments) : -1;
        return wrong < 0
            ? shown
            : throw At(name).Wrong(
                $"{place} has '{shown[wrong]}', which seven segments cannot show; allowed: "
                + "0-9 A b C c d E F G H h I i J L n O o P q r S t U u y - _ . °");
    }

    private Setting At(string name) => words.Find(name) ?? words;
}
