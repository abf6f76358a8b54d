using Chartcast.Mcp.Security;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Answers <c>completion/complete</c> for the SDK.</summary>
internal sealed class CompletionDispatch(ICompletionSource source)
{
    /// <summary>MCP, "Completion": at most 100 values an answer.</summary>
    private const int MostValues = 100;

    private const int LongestValue = 1024;

    public async ValueTask<CompleteResult> CompleteAsync(
        RequestContext<CompleteRequestParams> context, CancellationToken cancellationToken)
    {
        var query = Read(context.Params, CallOrigin.Of(context.JsonRpcRequest).Caller);
        var values = await source.CompleteAsync(query, cancellationToken) ?? throw Unknown(query);
        return new CompleteResult
        {
            Completion = new Completion
            {
                Values = [.. values.Take(MostValues)],
                Total = values.Count,
                HasMore = values.Count > MostValues,
            },
        };
    }

    private static CompletionQuery Read(CompleteRequestParams? parameters, Caller caller)
    {
        if (parameters?.Argument is not { Name: { } name, Value: { Length: <= LongestValue } value })
            throw Wrong("params.argument must have a name and a value of at most "
                + $"{LongestValue} characters.");
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (other, chosen) in parameters.Context?.Arguments ?? new Dictionary<string, string>())
            others[other] = chosen;
        return parameters.Ref switch
        {
            PromptReference { Name: { } prompt } =>
                new CompletionQuery(prompt, null, name, value, others) { Caller = caller },
            ResourceTemplateReference { Uri: { } uri } =>
                new CompletionQuery(null, uri, name, value, others) { Caller = caller },
            _ => throw Wrong("params.ref must be a ref/prompt with a name or a ref/resource with a uri."),
        };
    }

    private static McpProtocolException Unknown(CompletionQuery query) => Wrong(
        $"params.ref {FaultText.Quoted(query.Prompt ?? query.Template ?? "")} has no argument "
        + $"{FaultText.Quoted(query.Argument)} here; prompts/list and resources/templates/list name them.");

    private static McpProtocolException Wrong(string message) => new(message, McpErrorCode.InvalidParams);
}
