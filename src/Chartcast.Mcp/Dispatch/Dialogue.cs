using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// Questions to the person or the model on the other side, in the middle of a call. A handler that needs an answer
/// throws what <see cref="Ask"/> makes, and is called anew, from its beginning, when the answers are there.
/// </summary>
/// <remarks>
/// Since 2026-07-28 the question is the call's result and the client repeats the call with the answers; in older
/// sessions it is a request of the server's. The handler does not see the difference. Answers come from outside: check
/// them, and ask again when they do not fit.
/// </remarks>
public sealed class Dialogue
{
    private readonly ClientCapabilities? _client;
    private readonly IReadOnlyDictionary<string, JsonElement> _answers;
    private readonly Func<JsonElement, string> _remember;
    private readonly IReadOnlyDictionary<string, JsonElement>? _unasked;

    internal Dialogue(
        ClientCapabilities? client,
        IReadOnlyDictionary<string, JsonElement> answers,
        JsonElement memory,
        Func<JsonElement, string> remember,
        IReadOnlyDictionary<string, JsonElement>? unasked = null)
    {
        _client = client;
        _answers = answers;
        _remember = remember;
        _unasked = unasked;
        Memory = memory;
    }

    /// <summary>For callers that nobody can ask.</summary>
    public static Dialogue None { get; } =
        new(null, new Dictionary<string, JsonElement>(), default, static _ => string.Empty);

    /// <summary>Whether a form can be shown to the person.</summary>
    public bool CanElicit => _client?.Elicitation is { } elicitation
        && (elicitation.Form is not null || elicitation.Url is null);

    /// <summary>Whether the client's model can be asked (deprecated by the protocol).</summary>
    public bool CanSample => _client?.Sampling is not null;

    /// <summary>Whether the client tells its folders (deprecated by the protocol).</summary>
    public bool CanListRoots => _client?.Roots is not null;

    /// <summary>What the handler gave to <see cref="Ask"/> in the round before; undefined in the first one.</summary>
    public JsonElement Memory { get; }

    /// <summary>Whether this is the first round: nothing has been asked yet.</summary>
    public bool IsFirstRound => _answers.Count == 0 && Memory.ValueKind == JsonValueKind.Undefined;

    /// <summary>The answer to a question of the round before.</summary>
    /// <param name="key">The question's key.</param>
    /// <param name="answer">The client's result, from anyone: for a form <c>{"action":…,"content":{…}}</c>.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetAnswer(string key, out JsonElement answer) => _answers.TryGetValue(key, out answer);

    /// <summary>The same dialogue with answers that the client gave without having been asked: for work that is the
    /// same whoever answers and whenever.</summary>
    public Dialogue WithUnaskedAnswers() =>
        _unasked is { } answers ? new Dialogue(_client, answers, Memory, _remember) : this;

    /// <summary>The fields of a form that the person filled in and sent.</summary>
    /// <param name="key">The question's key.</param>
    /// <param name="content">The fields, not yet checked.</param>
    /// <returns>False when it was declined or cancelled, or there is no such answer.</returns>
    public bool TryGetForm(string key, out JsonElement content)
    {
        content = default;
        return TryGetAnswer(key, out var answer)
            && IncomingMessage.TextOf(answer, "action") == "accept"
            && answer.TryGetProperty("content"u8, out content) && content.ValueKind == JsonValueKind.Object;
    }

    /// <summary>Makes the exception that asks; throw it.</summary>
    /// <param name="questions">Requests by key; only of kinds the client can answer.</param>
    /// <param name="memory">What to have back in <see cref="Memory"/>, sealed against the client; default for
    /// nothing.</param>
    public Exception Ask(IReadOnlyDictionary<string, InputRequest> questions, JsonElement memory = default)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var state = memory.ValueKind == JsonValueKind.Undefined ? Nothing : memory;
        return new InputRequiredException(questions.ToDictionary(), _remember(state));
    }

    private static JsonElement Nothing { get; } = JsonElement.Parse("null"u8);

    /// <summary>Reads the answers that a request brings.</summary>
    /// <exception cref="McpProtocolException">Its <c>requestState</c> is not the one that was given out.</exception>
    internal static Dialogue Of(
        McpServer server, RequestParams parameters, RequestStateSeal seal, SealedQuestion question)
    {
        JsonElement memory = default;
        if (parameters.RequestState is { } state && !seal.TryOpen(question, state, out memory))
            throw new McpProtocolException(
                "params.requestState is altered, too old, or belongs to another request; call again without it.",
                McpErrorCode.InvalidParams);
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (key, answer) in parameters.InputResponses ?? new Dictionary<string, InputResponse>())
            answers[key] = answer.RawValue;

        // Answers without a state answer nothing that was asked here.
        var isAsked = parameters.RequestState is not null;
        return new Dialogue(
            server.ClientCapabilities,
            isAsked ? answers : None._answers,
            memory,
            value => seal.Seal(question, value),
            isAsked ? null : answers);
    }
}
