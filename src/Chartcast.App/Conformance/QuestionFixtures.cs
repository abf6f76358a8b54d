using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>Tools that ask one thing and tell the answer.</summary>
internal static class QuestionFixtures
{
    private const string Key = "question";

    private static readonly JsonElement PromptArguments = JsonElement.Parse("""
        {"type":"object","properties":{"prompt":{"type":"string"}},"required":["prompt"],"additionalProperties":false}
        """);

    private static readonly JsonElement MessageArguments = JsonElement.Parse("""
        {"type":"object","properties":{"message":{"type":"string"}},"required":["message"],"additionalProperties":false}
        """);

    // SEP-1034: a default for every simple type.
    private static readonly InputRequest Defaults = Questions.Form("Please check these values", """
        "name":{"type":"string","default":"John Doe"},"age":{"type":"integer","default":30},
        "score":{"type":"number","default":95.5},
        "status":{"type":"string","enum":["active","inactive","pending"],"default":"active"},
        "verified":{"type":"boolean","default":true}
        """);

    // SEP-1330: every form of a choice.
    private static readonly InputRequest Choices = Questions.Form("Please choose", """
        "untitledSingle":{"type":"string","enum":["option1","option2","option3"]},
        "titledSingle":{"type":"string","oneOf":[{"const":"value1","title":"First Option"},
          {"const":"value2","title":"Second Option"},{"const":"value3","title":"Third Option"}]},
        "legacyEnum":{"type":"string","enum":["opt1","opt2","opt3"],
          "enumNames":["Option One","Option Two","Option Three"]},
        "untitledMulti":{"type":"array","items":{"type":"string","enum":["option1","option2","option3"]}},
        "titledMulti":{"type":"array","items":{"anyOf":[{"const":"value1","title":"First Choice"},
          {"const":"value2","title":"Second Choice"},{"const":"value3","title":"Third Choice"}]}}
        """);

    public static IEnumerable<McpTool> Tools { get; } =
    [
        new FixtureTool("test_sampling", "Asks the client's model.", (call, _) => ValueTask.FromResult(Sample(call)),
            PromptArguments),
        new FixtureTool("test_elicitation", "Asks for a user name and an address.", (call, _) =>
            ValueTask.FromResult(Elicit(call, "User response", Questions.Form(
                call.Arguments.GetProperty("message"u8).GetString()!,
                """
                "username":{"type":"string","description":"User's response"},
                "email":{"type":"string","description":"User's email address"}
                """,
                "username", "email"))),
            MessageArguments),
        new FixtureTool("test_elicitation_sep1034_defaults", "Asks with a default for every type.",
            (call, _) => ValueTask.FromResult(Elicit(call, "Elicitation completed", Defaults))),
        new FixtureTool("test_elicitation_sep1330_enums", "Asks with every form of a choice.",
            (call, _) => ValueTask.FromResult(Elicit(call, "Elicitation completed", Choices))),
    ];

    private static CallToolResult Sample(ToolCall call)
    {
        if (!call.Dialogue.CanSample) return FixtureTool.Refusal("The client has no model to ask.");
        if (!call.Dialogue.TryGetAnswer(Key, out JsonElement answer))
        {
            string prompt = call.Arguments.GetProperty("prompt"u8).GetString()!;
            throw Ask(call, Questions.Model(prompt, mostTokens: 100));
        }

        return FixtureTool.Text($"LLM response: {answer.GetRawText()}");
    }

    private static CallToolResult Elicit(ToolCall call, string what, InputRequest question)
    {
        if (!call.Dialogue.CanElicit) return FixtureTool.Refusal("The client has nobody to ask.");
        if (!call.Dialogue.TryGetAnswer(Key, out JsonElement answer)) throw Ask(call, question);
        return FixtureTool.Text($"{what}: {answer.GetRawText()}");
    }

    private static Exception Ask(ToolCall call, InputRequest question) =>
        call.Dialogue.Ask(new Dictionary<string, InputRequest> { [Key] = question });
}
