using HilBench.RigFiles;
using HilBench.RigFiles.Script;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Fuzz.Targets;

/// <summary>JSON lines of <c>vend</c> and <c>decode</c>: every line is answered by one line.</summary>
internal sealed class LineTarget(string name, Func<string, LineAnswer> answer) : IFuzzTarget
{
    private const string Key =
        """
        "ea":7,"dkga":2,"vk":"abababababababab","pan":"600727000000000009","sgc":"123456","ti":"01","krn":1,
        "kt":2,"base":1993
        """;

    public string Name => name;

    public IReadOnlyList<string> Seeds { get; } =
    [
        $$"""{"kind":"key",{{Key}}}""",
        $$"""{"kind":"credit",{{Key}},"sub":0,"rnd":5,"issued":"2004-03-01T13:00","units":1}""",
        $$"""{"kind":"credit",{{Key}},"sub":4,"tid":5871660,"units":"-100000"}""",
        $$"""{"kind":"management",{{Key}},"sub":1,"rnd":5,"tid":5871660,"value":65535}""",
        $$"""{"kind":"management",{{Key}},"sub":0,"rnd":5,"tid":5871660,"watts":5000}""",
        $$"""{"kind":"keychange","old":{{{Key}}},"new":{{{Key}}},"ken":255,"ro":0,"threeTokens":true}""",
        """{"kind":"test","sub":0,"control":"8","mfr":0}""",
        $$"""{"kind":"decode",{{Key}},"token":"44779810885424938232"}""",
        """{"kind":"decode","token":"18446744073843772416"}""",
    ];

    public static LineTarget Vend() => new("vend lines", new VendLine(StaTables.Sample).Answer);

    public static LineTarget Decode() => new("decode lines", new DecodeLine(StaTables.Sample).Answer);

    public bool Take(string input)
    {
        var said = answer(input);
        return said.Json.Contains('\n')
            ? throw new InvalidOperationException("an answer of more than one line")
            : !said.IsBad;
    }
}

/// <summary>JSON lines of <c>meter --script</c>; each input is a whole script, given line by line.</summary>
internal sealed class ScriptTarget : IFuzzTarget
{
    private const string First =
        """{"meter":{"ea":7,"dkga":2,"vk":"abababababababab","pan":"600727000000000009","sgc":"123456","ti":"01","""
        + """ "krn":1,"kt":2,"base":1993,"ken":255,"creditUnits":100}}""";

    public string Name => "script lines";

    public IReadOnlyList<string> Seeds { get; } =
    [
        First + "\n" + """{"token":"18446744073843772416"}""",
        First + "\n" + """{"keys":"804#12*"}""" + "\n" + """{"wait":"00:10:00"}""",
        First + "\n" + """{"mains":"off"}""" + "\n" + """{"mains":"on"}""" + "\n" + """{"at":"2024-11-24T20:15"}""",
        First + "\n" + """{"load":{"watts":1500,"for":"01:00:00"}}""",
    ];

    public bool Take(string input)
    {
        using var script = new MeterScript(ModelPlan.Alone, seed: 1);
        var good = true;
        foreach (var line in input.Split('\n')) good &= !script.Answer(line).IsBad;
        return good;
    }
}
