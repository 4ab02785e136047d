using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>
/// Our own features with one line spelt wrongly, in every way that people and word processors spell wrongly: either the
/// reader refuses the file, or every step is still there.
/// </summary>
public sealed class LostStepTests
{
    private static readonly string[] Files = Directory.GetFiles(
        Path.Combine(AppContext.BaseDirectory, "features"), "*.feature", SearchOption.AllDirectories);

    private static readonly (string Name, Func<string, string, Random, string> Spell)[] Steps =
    [
        ("letters swapped", (keyword, sentence, dice) => $"{Slip.Swap(keyword, dice)} {sentence}"),
        ("letter missing", (keyword, sentence, dice) => $"{Slip.Drop(keyword, dice)} {sentence}"),
        ("letter doubled", (keyword, sentence, dice) => $"{Slip.Twice(keyword, dice)} {sentence}"),
        ("letter wrong", (keyword, sentence, dice) => $"{Slip.Change(keyword, dice)} {sentence}"),
        ("small letters", (keyword, sentence, _) => $"{keyword.ToLowerInvariant()} {sentence}"),
        ("capitals", (keyword, sentence, _) => $"{keyword.ToUpperInvariant()} {sentence}"),
        ("colon", (keyword, sentence, _) => $"{keyword}: {sentence}"),
        ("wide colon", (keyword, sentence, _) => $"{keyword}\uFF1A{sentence}"),
        ("comma", (keyword, sentence, _) => $"{keyword}, {sentence}"),
        ("tab", (keyword, sentence, _) => $"{keyword}\t{sentence}"),
        ("tab and CR LF", (keyword, sentence, _) => $"{keyword}\t{sentence}\r"),
        ("no-break space", (keyword, sentence, _) => $"{keyword}\u00A0{sentence}"),
        ("invisible before", (keyword, sentence, _) => $"\u200B{keyword} {sentence}"),
        ("invisible behind", (keyword, sentence, _) => $"{keyword}\u200B {sentence}"),
        ("byte order mark", (keyword, sentence, _) => $"\uFEFF{keyword} {sentence}"),
        ("glued", (keyword, sentence, _) => $"{keyword}{sentence}"),
        ("hyphen bullet", (_, sentence, _) => $"- {sentence}"),
        ("star bullet", (_, sentence, _) => $"*{sentence}"),
        ("round bullet", (keyword, sentence, _) => $"• {keyword} {sentence}"),
        ("number", (_, sentence, _) => $"1. {sentence}"),
        ("number and keyword", (keyword, sentence, _) => $"2) {keyword} {sentence}"),
        ("no keyword", (_, sentence, _) => sentence),
        ("no keyword, capital", (_, sentence, _) => char.ToUpperInvariant(sentence[0]) + sentence[1..]),
        ("French", (_, sentence, _) => $"Etant donné {sentence}"),
        ("German", (_, sentence, _) => $"Angenommen {sentence}"),
        ("Japanese", (_, sentence, _) => $"前提{sentence}"),
        ("quoted", (keyword, sentence, _) => $"\"{keyword} {sentence}\""),
        ("bold", (keyword, sentence, _) => $"**{keyword}** {sentence}"),
        ("full stop", (keyword, sentence, _) => $"{keyword}: {sentence}."),
        ("remark", (keyword, sentence, _) => $"{keyword}: {sentence} # see the ticket"),
        ("behind prose", (_, sentence, _) => $"Note (agreed in March): {sentence}"),
        ("comma for point", (_, sentence, _) => $"- {sentence.Replace('.', ',')}"),
        ("two slips", (keyword, sentence, dice) => $"{Slip.Swap(keyword, dice)} {Slip.InWords(sentence, dice)}"),
        ("bullet and slip", (_, sentence, dice) => $"- {Slip.InWords(sentence, dice)}"),
        ("French and slip", (_, sentence, dice) => $"Etant donné {Slip.InWords(sentence, dice)}"),
        ("slip, no keyword", (_, sentence, dice) => Slip.InWords(sentence, dice)),
    ];

    private static readonly (string Name, Func<string, string, Random, string> Spell)[] Titles =
    [
        ("letters swapped", (keyword, rest, dice) => $"{Slip.Swap(keyword, dice)}:{rest}"),
        ("letter missing", (keyword, rest, dice) => $"{Slip.Drop(keyword, dice)}:{rest}"),
        ("letter doubled", (keyword, rest, dice) => $"{Slip.Twice(keyword, dice)}:{rest}"),
        ("letter wrong", (keyword, rest, dice) => $"{Slip.Change(keyword, dice)}:{rest}"),
        ("two slips", (keyword, rest, dice) => $"{Slip.Drop(Slip.Swap(keyword, dice), dice)}:{rest}"),
        ("no colon", (keyword, rest, _) => $"{keyword}{rest}"),
        ("blank", (keyword, rest, _) => $"{keyword} :{rest}"),
        ("no-break space", (keyword, rest, _) => $"{keyword}\u00A0:{rest}"),
        ("small letters", (keyword, rest, _) => $"{keyword.ToLowerInvariant()}:{rest}"),
        ("wide colon", (keyword, rest, _) => $"{keyword}\uFF1A{rest}"),
        ("semicolon", (keyword, rest, _) => $"{keyword};{rest}"),
        ("number", (keyword, rest, _) => $"{keyword} 3:{rest}"),
        ("hyphen", (keyword, rest, _) => $"{keyword.Replace(' ', '-')} -:{rest}"),
        ("bold", (keyword, rest, _) => $"**{keyword}:{rest}**"),
        ("German", (_, rest, _) => $"Szenario:{rest}"),
    ];

    [Fact]
    public void No_step_vanishes_however_its_line_is_spelt()
    {
        var (dice, seen) = (new Random(20241124), new HashSet<string>());
        Assert.Equal([], Files.SelectMany(file => Lost(file, StepIn, Steps, dice, seen)));
        Assert.InRange(seen.Count, 100, 1000);
    }

    [Fact]
    public void No_step_vanishes_however_the_title_above_it_is_spelt()
    {
        var (dice, seen) = (new Random(20241124), new HashSet<string>());
        Assert.Equal([], Files.SelectMany(file =>
        {
            // The same title stands above other steps in another file.
            seen.Clear();
            return Lost(file, TitleIn, Titles, dice, seen);
        }));
    }

    /// <summary>The alterations that leave fewer steps and no complaint; the same line is altered once.</summary>
    private static IEnumerable<string> Lost(
        string file, Func<string, (string Keyword, string Behind)?> find,
        (string Name, Func<string, string, Random, string> Spell)[] spellings, Random dice, HashSet<string> seen)
    {
        var lines = File.ReadAllLines(file);
        var all = Count(lines);
        for (var at = 0; at < lines.Length; at++)
        {
            if (find(lines[at].Trim()) is not { } found || IsBelowStep(lines, at) || !seen.Add(lines[at])) continue;
            var (good, indent) = (lines[at], lines[at][..^lines[at].TrimStart().Length]);
            foreach (var (name, spell) in spellings)
            {
                lines[at] = indent + spell(found.Keyword, found.Behind, dice);
                if (lines[at] != good && Count(lines) < all)
                    yield return $"{Path.GetFileName(file)}:{at + 1}, {name}: {lines[at]}";
            }

            lines[at] = good;
        }
    }

    /// <summary>There Gherkin itself takes nothing but steps, tables and titles.</summary>
    private static bool IsBelowStep(string[] lines, int at)
    {
        var above = at - 1;
        while (above >= 0 && StepIn(lines[above].Trim()) is null && TitleIn(lines[above].Trim()) is null) above--;
        return above >= 0 && StepIn(lines[above].Trim()) is not null;
    }

    /// <summary>All steps of all cases; a refused file has lost none.</summary>
    private static int Count(string[] lines)
    {
        try
        {
            return Trial.Read(string.Join('\n', lines), MeterTrial.Sentences).Sum(scenario => scenario.Steps.Count);
        }
        catch (FeatureMistakesException)
        {
            return int.MaxValue;
        }
    }

    private static (string Keyword, string Behind)? StepIn(string line)
    {
        var blank = line.IndexOf(' ');
        return blank > 0 && line[..blank] is "Given" or "When" or "Then" or "And" or "But"
            ? (line[..blank], line[(blank + 1)..])
            : null;
    }

    private static (string Keyword, string Behind)? TitleIn(string line)
    {
        var colon = line.IndexOf(':');
        return colon > 0 && line[..colon] is "Scenario" or "Scenario Outline" or "Background" or "Examples"
            ? (line[..colon], line[(colon + 1)..])
            : null;
    }

    /// <summary>Slips of the hand.</summary>
    private static class Slip
    {
        public static string Swap(string word, Random dice)
        {
            var at = dice.Next(word.Length - 1);
            return $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
        }

        public static string Drop(string word, Random dice) => word.Remove(dice.Next(word.Length), 1);

        public static string Twice(string word, Random dice)
        {
            var at = dice.Next(word.Length);
            return word.Insert(at, word[at].ToString());
        }

        public static string Change(string word, Random dice)
        {
            var at = dice.Next(word.Length);
            return $"{word[..at]}x{word[(at + 1)..]}";
        }

        /// <summary>One of them in one of the longer words of a sentence.</summary>
        public static string InWords(string sentence, Random dice)
        {
            var words = sentence.Split(' ');
            var wordy = Enumerable.Range(0, words.Length)
                .Where(at => words[at].Length > 3 && words[at].All(char.IsLetter)).ToArray();
            if (wordy.Length == 0) return sentence;
            var chosen = wordy[dice.Next(wordy.Length)];
            words[chosen] = dice.Next(4) switch
            {
                0 => Swap(words[chosen], dice),
                1 => Drop(words[chosen], dice),
                2 => Twice(words[chosen], dice),
                _ => Change(words[chosen], dice),
            };
            return string.Join(' ', words);
        }
    }
}
