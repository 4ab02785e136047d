using HilBench.Input;

namespace HilBench.RigFiles;

internal enum SettingType
{
    Text,
    Choice,
    Whole,
    Number,
    Flag,
    Wholes,
    Texts,
    Words,
    Group,
    Groups,
}

/// <summary>
/// What one setting may be. The same rules judge a file, explain it, and make its JSON schema, so the three cannot
/// disagree.
/// </summary>
internal sealed record SettingRule(string Name, SettingType Type, string Meaning)
{
    public decimal Least { get; init; }

    public decimal Most { get; init; } = int.MaxValue;

    /// <summary>A value that no message repeats, whatever somebody wrote there.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Null is a value of its own here, with a meaning.</summary>
    public bool MayBeNull { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>
    /// Choices that later versions will have: refused by name, so that nobody hunts for a typing error.
    /// </summary>
    public IReadOnlyList<string> NotYet { get; init; } = [];

    /// <summary>The settings inside a group; of words, those whose keys are known.</summary>
    public IReadOnlyList<SettingRule> Inside { get; init; } = [];

    /// <summary>The kinds of the group around it that have this setting; empty = all of them.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>The same rule, for groups of these kinds only.</summary>
    public SettingRule For(params string[] kinds) => this with { Kinds = kinds };

    public static SettingRule Text(string name, string meaning) => new(name, SettingType.Text, meaning);

    public static SettingRule Choice(string name, string meaning, params string[] choices) =>
        new(name, SettingType.Choice, meaning) { Choices = choices };

    public static SettingRule Whole(string name, string meaning, int least, int most) =>
        new(name, SettingType.Whole, meaning) { Least = least, Most = most };

    public static SettingRule Number(string name, string meaning, decimal least, decimal most) =>
        new(name, SettingType.Number, meaning) { Least = least, Most = most };

    public static SettingRule Flag(string name, string meaning) => new(name, SettingType.Flag, meaning);

    public static SettingRule Group(string name, string meaning, params SettingRule[] inside) =>
        new(name, SettingType.Group, meaning) { Inside = inside };

    /// <summary>Throws at the first thing in <paramref name="setting"/> that the rule does not allow.</summary>
    public void Judge(Setting setting, string path)
    {
        if (setting.Value is null && MayBeNull) return;
        var isAllowed = Type switch
        {
            SettingType.Text => setting.Value is string,
            SettingType.Choice => setting.Value is string choice && Choices.Contains(choice),
            SettingType.Whole => IsWhole(setting),
            SettingType.Number => setting.Value is decimal number && number >= Least && number <= Most,
            SettingType.Flag => setting.Value is bool,
            SettingType.Wholes or SettingType.Texts => setting.Value is List<Setting> { Count: > 0 },
            SettingType.Groups => setting.Value is List<Setting>,
            SettingType.Words => setting.Value is Dictionary<string, Setting>,
            _ => setting.Value is Dictionary<string, Setting>,
        };
        if (!isAllowed) throw setting.Wrong(WhyNot(setting, path.Length == 0 ? "the file" : path));
        if (Type == SettingType.Group) JudgeInside(setting, path);
        if (Type == SettingType.Words) JudgeWords(setting, path);
        if (Item is not { } item) return;
        var items = (List<Setting>)setting.Value!;
        for (var i = 0; i < items.Count; i++) item.Judge(items[i], $"{path}[{i}]");
    }

    /// <summary>What each entry of a list may be; null for what is no list.</summary>
    private SettingRule? Item => Type switch
    {
        SettingType.Wholes => this with { Type = SettingType.Whole, MayBeNull = false },
        SettingType.Texts when Choices.Count > 0 => this with { Type = SettingType.Choice, MayBeNull = false },
        SettingType.Texts => this with { Type = SettingType.Text, MayBeNull = false },
        SettingType.Groups => this with { Type = SettingType.Group, MayBeNull = false },
        _ => null,
    };

    /// <summary>What is allowed, in words.</summary>
    public string Allowed => (MayBeNull ? "null or " : "") + Type switch
    {
        SettingType.Text => "text",
        SettingType.Choice => string.Join(", ", Choices),
        SettingType.Whole => FormattableString.Invariant($"a whole number from {Least} to {Most}"),
        SettingType.Number => FormattableString.Invariant($"a number from {Least} to {Most}"),
        SettingType.Flag => "true or false",
        SettingType.Wholes => FormattableString.Invariant($"a list of whole numbers from {Least} to {Most}"),
        SettingType.Texts when Choices.Count > 0 => $"a list of: {string.Join(", ", Choices)}",
        SettingType.Texts => "a list of texts",
        SettingType.Words => "an object of texts { \"key\": \"text\", … }",
        SettingType.Groups => "a list of objects [ { … } ]",
        _ => "an object { … }",
    };

    private bool IsWhole(Setting setting) => setting.Value is decimal number
        && number == decimal.Truncate(number) && number >= Least && number <= Most;

    private string WhyNot(Setting setting, string path)
    {
        if (IsSecret) return $"{path} must be {Allowed}";
        if (Type != SettingType.Choice || setting.Value is not string choice)
            return $"{path} is {setting.Shown}; allowed: {Allowed}";
        if (NotYet.Contains(choice)) return $"{path} \"{choice}\" is not in this version; allowed: {Allowed}";
        return $"{path} is {setting.Shown}; {NearestName.Question(choice, Choices)}allowed: {Allowed}";
    }

    private void JudgeInside(Setting setting, string path)
    {
        var kind = KindOf(setting);
        if (kind is not null && setting.Members.GetValueOrDefault("kind") is { } said)
            Inside.First(rule => rule.Name == "kind").Judge(said, Under(path, "kind"));
        foreach (var (name, member) in setting.Members)
        {
            var inner = Under(path, name);
            var named = Inside.Where(rule => rule.Name == name).ToArray();
            if (named.Length == 0)
            {
                string[] known = [.. Inside.Where(rule => rule.Has(kind)).Select(rule => rule.Name)];
                var hint = NearestName.Question(name, known);
                var shown = OneLine.Beginning(inner);
                throw member.Wrong($"unknown setting \"{shown}\"; {hint}allowed: {string.Join(", ", known)}");
            }

            var rule = named.FirstOrDefault(rule => rule.Has(kind)) ?? throw member.Wrong(
                $"{inner} does not go with {path}.kind \"{kind}\"; it belongs to "
                + string.Join(", ", named.SelectMany(rule => rule.Kinds)));
            rule.Judge(member, inner);
        }
    }

    private static void JudgeWords(Setting setting, string path)
    {
        foreach (var (name, member) in setting.Members)
            Text(name, "").Judge(member, Under(path, OneLine.Beginning(name)));
    }

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private bool Has(string? kind) => kind is null || Kinds.Count == 0 || Kinds.Contains(kind);

    /// <summary>What a group says it is; the first choice when it says nothing.</summary>
    private string? KindOf(Setting group) =>
        Inside.FirstOrDefault(rule => rule.Name == "kind") is not { } rule ? null
        : group.Find("kind") is { Value: string kind } ? kind
        : rule.Choices[0];
}
