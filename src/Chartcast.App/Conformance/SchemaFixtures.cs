using System.Text.Json;
using Chartcast.Mcp.Dispatch;

namespace Chartcast.App.Conformance;

/// <summary>Tools whose input schema is what is looked at.</summary>
internal static class SchemaFixtures
{
    // SEP-1613 and SEP-2106: every keyword has to reach the client as it stands here.
    private static readonly JsonElement Full = JsonElement.Parse("""
        {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
         "$defs":{"address":{"$anchor":"addressDef","type":"object",
           "properties":{"street":{"type":"string"},"city":{"type":"string"}}}},
         "properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"},
           "contactMethod":{"type":"string","enum":["phone","email"]},
           "phone":{"type":"string"},"email":{"type":"string"}},
         "allOf":[{"anyOf":[{"required":["phone"]},{"required":["email"]}]}],
         "if":{"properties":{"contactMethod":{"const":"phone"}},"required":["contactMethod"]},
         "then":{"required":["phone"]},"else":{"required":["email"]},
         "additionalProperties":false}
        """);

    private static readonly JsonElement Routed = JsonElement.Parse("""
        {"type":"object","properties":{"region":{"type":"string","x-mcp-header":"Region",
           "description":"Repeated in the header Mcp-Param-Region."}},"additionalProperties":false}
        """);

    public static IEnumerable<McpTool> Tools { get; } =
    [
        new FixtureTool(
            "json_schema_2020_12_tool", "Tool with JSON Schema 2020-12 features.",
            (call, _) => ValueTask.FromResult(FixtureTool.Text(call.Arguments.GetRawText())), Full),
        new FixtureTool(
            "test_header_parameter", "Takes an argument that is repeated in a header.",
            (call, _) => ValueTask.FromResult(FixtureTool.Text(call.Arguments.GetRawText())), Routed),
    ];
}
