using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>Tools that need several rounds (SEP-2322), each with the keys the suite answers.</summary>
internal static class RoundFixtures
{
    private const string NameField = """ "name":{"type":"string"} """;

    private static readonly InputRequest UserName = Questions.Form("What is your name?", NameField, "name");
    private static readonly InputRequest Confirm =
        Questions.Form("Please confirm", """ "ok":{"type":"boolean"} """, "ok");

    public static IEnumerable<McpTool> Tools { get; } =
    [
        Tool("elicitation", "Asks for a name and greets.", Greet),
        Tool("sampling", "Asks the client's model for a capital.", call => FixtureTool.Text(
            Said(call.Dialogue, "capital_question")
            ?? throw Ask(call, ("capital_question", Questions.Model("What is the capital of France?", 100))))),
        Tool("list_roots", "Asks for the client's folders.", call => FixtureTool.Text(
            Roots(call.Dialogue) ?? throw Ask(call, ("client_roots", Questions.Roots())))),
        Tool("request_state", "Remembers that it asked.", Confirmed),
        Tool("tampered_state", "Remembers that it asked, and refuses what was not remembered here.", Confirmed),
        Tool("multiple_inputs", "Asks three things at once.", Several),
        Tool("multi_round", "Asks twice, one after the other.", TwoRounds),
        Tool("capabilities", "Asks only what the client says it can answer.", Possible),
    ];

    /// <summary>A form's text; null when it was not filled in with one.</summary>
    public static string? Text(Dialogue dialogue, string key, string field) =>
        dialogue.TryGetForm(key, out JsonElement form)
        && form.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static FixtureTool Tool(string name, string description, Func<ToolCall, CallToolResult> work) =>
        new($"test_input_required_result_{name}", description, (call, _) => ValueTask.FromResult(work(call)));

    private static CallToolResult Greet(ToolCall call) =>
        Text(call.Dialogue.WithUnaskedAnswers(), "user_name", "name") is { } name
            ? FixtureTool.Text($"Hello, {name}!")
            : throw Ask(call, ("user_name", UserName));

    private static CallToolResult Confirmed(ToolCall call)
    {
        bool isAnswered = !call.Dialogue.IsFirstRound
            && call.Dialogue.TryGetForm("confirm", out JsonElement form)
            && form.TryGetProperty("ok"u8, out JsonElement ok) && ok.ValueKind == JsonValueKind.True;
        return isAnswered ? FixtureTool.Text("state-ok") : throw Ask(call, ("confirm", Confirm));
    }

    private static CallToolResult Several(ToolCall call)
    {
        string? name = Text(call.Dialogue, "user_name", "name");
        string? greeting = Said(call.Dialogue, "greeting");
        string? roots = Roots(call.Dialogue);
        return name is not null && greeting is not null && roots is not null
            ? FixtureTool.Text($"{greeting} {name}, {roots}")
            : throw Ask(
                call,
                ("user_name", UserName),
                ("greeting", Questions.Model("Generate a greeting", mostTokens: 50)),
                ("client_roots", Questions.Roots()));
    }

    private static CallToolResult TwoRounds(ToolCall call)
    {
        string? remembered = call.Dialogue.Memory.ValueKind == JsonValueKind.String
            ? call.Dialogue.Memory.GetString()
            : null;
        if (remembered is not null && Text(call.Dialogue, "step2", "color") is { } color)
            return FixtureTool.Text($"{remembered} likes {color}.");
        string? name = remembered ?? Text(call.Dialogue, "step1", "name");
        if (name is null) throw Ask(call, ("step1", Questions.Form("Step 1: What is your name?", NameField, "name")));
        throw call.Dialogue.Ask(
            new Dictionary<string, InputRequest>
            {
                ["step2"] = Questions.Form(
                    "Step 2: What is your favorite color?", """ "color":{"type":"string"} """, "color"),
            },
            JsonElement.Parse($"\"{JsonEncodedText.Encode(name)}\""));
    }

    private static CallToolResult Possible(ToolCall call)
    {
        var questions = new List<(string, InputRequest)>();
        if (call.Dialogue.CanElicit) questions.Add(("user_name", UserName));
        if (call.Dialogue.CanSample)
            questions.Add(("capital_question", Questions.Model("What is the capital of France?", mostTokens: 100)));
        if (questions.Count == 0) return FixtureTool.Text("The client can be asked nothing.");
        return questions.All(question => call.Dialogue.TryGetAnswer(question.Item1, out _))
            ? FixtureTool.Text("Everything was answered.")
            : throw Ask(call, [.. questions]);
    }

    private static string? Said(Dialogue dialogue, string key) =>
        dialogue.TryGetAnswer(key, out JsonElement answer) && answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty("content"u8, out JsonElement content) && content.ValueKind == JsonValueKind.Object
        && content.TryGetProperty("text"u8, out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private static string? Roots(Dialogue dialogue) =>
        dialogue.TryGetAnswer("client_roots", out JsonElement answer) && answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty("roots"u8, out JsonElement roots) && roots.ValueKind == JsonValueKind.Array
            ? $"folders: {roots.GetRawText()}"
            : null;

    private static Exception Ask(ToolCall call, params (string Key, InputRequest Question)[] questions) =>
        call.Dialogue.Ask(questions.ToDictionary(item => item.Key, item => item.Question));
}
