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
        var schema = new JsonObject { ["description"] = rule.Meaning };
        switch (rule.Type)
        {
            case SettingType.Choice:
                var choices = new JsonArray([.. rule.Choices.Select(choice => JsonValue.Create(choice))]);
                if (rule.MayBeNull) choices.Add((JsonNode?)null);
                schema["enum"] = choices;
                break;
            case SettingType.Wholes:
                schema["type"] = "array";
                schema["minItems"] = 1;
                schema["items"] = Limited(new JsonObject { ["type"] = "integer" }, rule);
                break;
            case SettingType.Texts:
                schema["type"] = "array";
                schema["minItems"] = 1;
                var words = new JsonArray([.. rule.Choices.Select(choice => JsonValue.Create(choice))]);
                schema["items"] = words.Count == 0
                    ? new JsonObject { ["type"] = "string" }
                    : new JsonObject { ["enum"] = words };
                break;
            case SettingType.Group:
                Inside(schema, rule);
                break;
            case SettingType.Groups:
                schema["type"] = "array";
                schema["items"] = Inside(new JsonObject(), rule);
                break;
            case SettingType.Words:
                Inside(schema, rule);
                schema["additionalProperties"] = new JsonObject { ["type"] = "string" };
                break;
            default:
                schema["type"] = TypeOf(rule);
                if (rule.Type is SettingType.Whole or SettingType.Number) Limited(schema, rule);
                break;
        }

        return schema;
    }

    private static JsonObject Inside(JsonObject schema, SettingRule rule)
    {
        schema["type"] = "object";
        schema["additionalProperties"] = false;
        var inside = new JsonObject();
        foreach (var member in rule.Inside) inside[member.Name] = Describe(member);
        schema["properties"] = inside;
        return schema;
    }

    private static JsonNode TypeOf(SettingRule rule)
    {
        var name = rule.Type switch
        {
            SettingType.Whole => "integer",
            SettingType.Number => "number",
            SettingType.Flag => "boolean",
            _ => "string",
        };
        return rule.MayBeNull ? new JsonArray(name, "null") : name;
    }

    private static JsonObject Limited(JsonObject schema, SettingRule rule)
    {
        schema["minimum"] = rule.Least;
        schema["maximum"] = rule.Most;
        return schema;
    }
}
