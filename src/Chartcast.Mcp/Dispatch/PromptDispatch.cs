using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Lists and makes prompts for the SDK.</summary>
internal sealed class PromptDispatch(IReadOnlyList<McpPrompt> prompts, RequestStateSeal seal)
{
    private const int LongestValue = 4096;

    private readonly IReadOnlyList<Prompt> _listed = [.. prompts.Select(prompt => prompt.ToProtocol())];

    public ValueTask<ListPromptsResult> ListAsync(
        RequestContext<ListPromptsRequestParams> context, CancellationToken cancellationToken)
    {
        Cursors.RequireNone(context.Params?.Cursor);
        return ValueTask.FromResult(Caching.Mark(
            new ListPromptsResult { Prompts = [.. _listed] },
            context.Server, Caching.FixedLifetime, CacheScope.Public));
    }

    public ValueTask<GetPromptResult> GetAsync(
        RequestContext<GetPromptRequestParams> context, CancellationToken cancellationToken)
    {
        var name = context.Params?.Name ?? string.Empty;
        var prompt = Find(name);
        var arguments = Read(prompt, context.Params?.Arguments);
        var origin = CallOrigin.Of(context.JsonRpcRequest);
        var question = new SealedQuestion(
            RequestMethods.PromptsGet, name, Canonical(arguments), origin.Subject);
        var dialogue = Dialogue.Of(context.Server, context.Params!, seal, question);
        return prompt.GetAsync(new PromptCall(arguments, dialogue), cancellationToken);
    }

    private McpPrompt Find(string name)
    {
        var prompt = prompts.FirstOrDefault(prompt => prompt.Name == name);
        if (prompt is not null)
            return prompt;
        var nearest = NearestNames.Of(name, prompts.Select(known => known.Name), count: 1);
        var hint = nearest.Count > 0
            ? $"did you mean '{nearest[0]}'?"
            : $"known are {string.Join(", ", prompts.Select(known => known.Name))}.";
        throw Wrong($"Unknown prompt {FaultText.Quoted(name)}; {hint}");
    }

    private static Dictionary<string, string> Read(McpPrompt prompt, IDictionary<string, JsonElement>? given)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>())
        {
            if (prompt.Arguments.All(argument => argument.Name != name))
                throw Wrong($"params.arguments.{FaultText.Quoted(name)} is not known; the prompt takes "
                    + $"{string.Join(", ", prompt.Arguments.Select(argument => argument.Name))}.");
            if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: <= LongestValue } text)
                throw Wrong($"params.arguments.{name} must be a string of at most {LongestValue} characters.");
            values[name] = text;
        }

        var missing = prompt.Arguments
            .Where(argument => argument.Required == true && !values.ContainsKey(argument.Name))
            .Select(argument => $"params.arguments.{argument.Name} is required: {argument.Description}")
            .ToList();
        return missing.Count == 0 ? values : throw Wrong(string.Join(" ", missing));
    }

    private static string Canonical(Dictionary<string, string> arguments) => string.Join(
        '\n', arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}\t{JsonEncodedText.Encode(pair.Value)}"));

    private static McpProtocolException Wrong(string message) => new(message, McpErrorCode.InvalidParams);
}
