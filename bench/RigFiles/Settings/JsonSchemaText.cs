using System.Text.Json;
using System.Text.Json.Nodes;

namespace HilBench.RigFiles;

/// <summary>The rules of a settings file as JSON Schema (draft 2020-12), for editors.</summary>
internal static class JsonSchemaText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(SettingRule root, string title)
    {
        var schema = Describe(root);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema.ToJsonString(Indented);
    }

    private static JsonObject Describe(SettingRule rule)
    {
        var schema = Shape(rule);
        schema.Insert(0, "description", rule.Meaning);
        if (!rule.MayBeNull) return schema;
        if (schema["enum"] is JsonArray choices) choices.Add((JsonNode?)null);
        else schema["type"] = new JsonArray(schema["type"]!.GetValue<string>(), "null");
        return schema;
    }

    private static JsonObject Shape(SettingRule rule)
    {
        switch (rule.Type)
        {
            case SettingType.Choice:
                return new JsonObject { ["enum"] = Choices(rule) };
            case SettingType.Wholes:
                return List(Limited(new JsonObject { ["type"] = "integer" }, rule), least: 1);
            case SettingType.Texts:
                var item = rule.Choices.Count == 0
                    ? new JsonObject { ["type"] = "string" }
                    : new JsonObject { ["enum"] = Choices(rule) };
                return List(item, least: 1);
            case SettingType.Group:
                return Inside(rule, new JsonObject());
            case SettingType.Groups:
                return List(Inside(rule, new JsonObject()), least: 0);
            case SettingType.Words:
                var words = Inside(rule, new JsonObject());
                words["additionalProperties"] = new JsonObject { ["type"] = "string" };
                return words;
            case SettingType.Whole:
                return Limited(new JsonObject { ["type"] = "integer" }, rule);
            case SettingType.Number:
                return Limited(new JsonObject { ["type"] = "number" }, rule);
            default:
                return new JsonObject { ["type"] = rule.Type == SettingType.Flag ? "boolean" : "string" };
        }
    }

    private static JsonObject List(JsonObject item, int least)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = item };
        if (least > 0) list["minItems"] = least;
        return list;
    }

    private static JsonObject Inside(SettingRule rule, JsonObject schema)
    {
        schema["type"] = "object";
        schema["additionalProperties"] = false;
        var inside = new JsonObject();
        foreach (var named in rule.Inside.GroupBy(member => member.Name)) inside[named.Key] = OneOf([.. named]);
        schema["properties"] = inside;
        if (rule.Inside.Any(member => member.Kinds.Count > 0)) schema["allOf"] = ByKind(rule);
        return schema;
    }

    /// <summary>A setting that means something else for each kind: what it may be is said by kind, too.</summary>
    private static JsonObject OneOf(SettingRule[] rules) => rules.Length == 1
        ? Describe(rules[0])
        : new JsonObject { ["anyOf"] = new JsonArray([.. rules.Select(Describe)]) };

    /// <summary>For each kind, the settings that it alone has, or has not.</summary>
    private static JsonArray ByKind(SettingRule rule)
    {
        var kinds = rule.Inside.First(member => member.Name == "kind").Choices;
        var cases = new JsonArray();
        foreach (var kind in kinds)
        {
            var properties = new JsonObject();
            foreach (var named in rule.Inside.Where(member => member.Kinds.Count > 0).GroupBy(member => member.Name))
            {
                var fitting = named.FirstOrDefault(member => member.Kinds.Contains(kind));
                if (fitting is null) properties[named.Key] = false;
                else if (named.Count() > 1) properties[named.Key] = Describe(fitting);
            }

            var condition = new JsonObject
            {
                ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind } },
            };
            // The first kind is meant when none is said.
            if (kind != kinds[0]) condition["required"] = new JsonArray("kind");
            if (properties.Count == 0) continue;
            cases.Add(new JsonObject { ["if"] = condition, ["then"] = new JsonObject { ["properties"] = properties } });
        }

        return cases;
    }

    private static JsonArray Choices(SettingRule rule) =>
        [.. rule.Choices.Select(choice => JsonValue.Create(choice))];

    private static JsonObject Limited(JsonObject schema, SettingRule rule)
    {
        schema["minimum"] = rule.Least;
        schema["maximum"] = rule.Most;
        return schema;
    }
}
