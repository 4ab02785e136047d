using HilBench.Input;
using HilBench.Meter;

namespace HilBench.RigFiles;

/// <summary>Reads what a profile says of keys: the pad, how digits are typed, and the short codes.</summary>
internal static class ProfilePad
{
    private const string Digits = "0123456789";

    /// <summary>Its last key included; longer, and it is an unfinished token.</summary>
    private const int LongestShortCode = 10;

    public static PadKeys Read(Setting pad)
    {
        var like = new PadKeys();
        var keys = new PadKeys
        {
            Legend = pad.Texts("legend", like.Legend),
            Enter = pad.Has("enter") && pad.Find("enter") is null ? null : Key(pad, "enter", like.Enter ?? '#'),
            Backspace = Key(pad, "backspace", like.Backspace),
        };
        var all = keys.Keys;
        if (keys.Legend.Select(row => row.Length).Distinct().Count() != 1)
            throw pad.Wrong("pad.legend has rows of different lengths");
        if (all.Distinct().Count() != all.Length) throw pad.Wrong("pad.legend names a key twice");
        foreach (var needed in Digits.Append(keys.Backspace))
        {
            if (!all.Contains(needed)) throw pad.Wrong($"pad.legend has no key '{needed}'");
        }

        foreach (var (name, key) in new[] { ("enter", keys.Enter), ("backspace", keys.Backspace) })
        {
            if (key is { } digit && Digits.Contains(digit))
                throw pad.Wrong($"pad.{name} is '{digit}', a digit, which tokens are typed with");
        }

        if (keys.Enter == keys.Backspace)
            throw pad.Wrong($"pad.enter and pad.backspace are both '{keys.Backspace}'");
        return keys.Enter is { } enter && !all.Contains(enter)
            ? throw pad.Wrong($"pad.legend has no key '{enter}', which pad.enter names; null = there is no such key")
            : keys;
    }

    public static EntryStyle ReadEntry(Setting entry, PadKeys pad)
    {
        var like = new EntryStyle();
        var style = new EntryStyle
        {
            Submit = entry.Text("submit", "enter") == "enter" ? Submit.EnterKey : Submit.TwentiethDigit,
            WorkTime = entry.Seconds("workSeconds", like.WorkTime),
            Layout = entry.Text("layout", "groups") == "groups" ? EntryLayout.Groups : EntryLayout.Scroll,
            Separator = Separator(entry, like.Separator),
            Counts = entry.Flag("counts", like.Counts),
            ClearAllWithin = entry.Find("clearAllWithinSeconds") is null
                ? null
                : entry.Seconds("clearAllWithinSeconds", TimeSpan.Zero),
            TimeoutShows = entry.Text("timeoutShows", "incomplete") == "incomplete"
                ? TimeoutShows.Incomplete
                : TimeoutShows.Credit,
        };
        return style.Submit == Submit.EnterKey && pad.Enter is null
            ? throw entry.Wrong("entry.submit is \"enter\", but pad.enter says there is no such key")
            : style;
    }

    public static IReadOnlyList<ShortCode> ReadShortCodes(IReadOnlyList<Setting> codes, PadKeys pad)
    {
        var read = new List<ShortCode>();
        foreach (var code in codes)
        {
            var keys = code.Text("keys", "");
            var shown = $"\"{OneLine.Beginning(keys)}\"";
            if (keys.Length is < 2 or > LongestShortCode)
                throw code.Wrong($"a short code has 2 to {LongestShortCode} keys");
            foreach (var key in keys)
            {
                if (!pad.Keys.Contains(key))
                    throw code.Wrong($"short code {shown} has '{key}', which is not a key of the pad: {pad.Keys}");
            }

            if (char.IsAsciiDigit(keys[0]) && keys[^1] != pad.Enter)
                throw code.Wrong($"short code {shown} begins with a digit, so it must end with Enter");
            if (code.Find("shows") is null == code.Find("does") is null)
                throw code.Wrong($"short code {shown} must say what it shows, or what it does");
            var clash = read.FirstOrDefault(other => other.Keys.StartsWith(keys, StringComparison.Ordinal)
                || keys.StartsWith(other.Keys, StringComparison.Ordinal));
            if (clash is not null) throw code.Wrong($"short code {shown} cannot be told from \"{clash.Keys}\"");
            var shows = code.Text("shows", "");
            read.Add(code.Find("does") is null
                ? new ShortCode(keys, ReadingNames.All[shows], code.Text("title", shows))
                : new ShortCode(keys, default, "", CodeActionNames.All[code.Text("does", "")]));
        }

        return read;
    }

    private static char Separator(Setting entry, char otherwise)
    {
        var separator = Key(entry, "separator", otherwise);
        return Digits.Contains(separator)
            ? throw entry.Wrong($"entry.separator is '{separator}', which reads like a digit that was typed")
            : separator;
    }

    private static char Key(Setting group, string name, char otherwise)
    {
        if (group.Find(name) is not { } setting) return otherwise;
        return setting.Value is string { Length: 1 } text
            ? text[0]
            : throw setting.Wrong($"{name} is {setting.Shown}; allowed: one character");
    }
}
