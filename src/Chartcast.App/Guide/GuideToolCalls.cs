using System.Text.Json;
using Chartcast.App.Failures;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Guide;

/// <summary>Calls tools for the plain endpoint, where every failure is a JSON-RPC error.</summary>
internal sealed class GuideToolCalls(ToolCatalog tools)
{
    private const string Transport = "guide";
    private const string ChartTool = "generate_chart";

    private static readonly JsonElement NoArguments = JsonDocument.Parse("{}").RootElement;

    public async Task<CallToolResult> CallAsync(
        HttpRequest http, GuideRequest request, CancellationToken cancellationToken)
    {
        McpTool tool = FindTool(request);
        if (http.HttpContext.RefuseUnlessMay(tool.RequiredAccess) is { } why)
            throw GuideErrors.NotAllowed(request.Id, why);
        JsonElement arguments = ReadArguments(request);
        string? clientId = ReadClientId(http, request);
        CallToolResult result;
        try
        {
            var call = new ToolCall(arguments, clientId, Transport, Progress: null)
            {
                Caller = Caller.Of(http.HttpContext),
            };
            result = await tool.CallAsync(call, cancellationToken);
        }
        catch (McpProtocolException exception)
        {
            throw GuideErrors.WrongParams(request.Id, new FieldFault("arguments", exception.Message));
        }

        return result.IsError == true ? throw Told(request.Id, tool.Name, result) : result;
    }

    private static GuideException Told(JsonElement id, string tool, CallToolResult result)
    {
        Failure failure = result.StructuredContent is { ValueKind: JsonValueKind.Object } content
            && content.TryGetProperty("error"u8, out JsonElement error)
                ? FailureJson.Read(error)
                : new Failure(ChartErrorCode.Internal.WireName(), "The tool failed without saying why.");
        if (failure.Code == ChartErrorCode.InvalidArgument.WireName()) return GuideErrors.WrongArguments(id, failure);
        string what = tool == ChartTool ? "Chart generation failed" : $"{tool} failed";
        // The upstream's words carry their own introduction, as every surface shows them.
        return GuideErrors.ToolFailed(id, what, failure.Upstream ?? failure.Message);
    }

    private McpTool FindTool(GuideRequest request)
    {
        if (request.Params.ValueKind != JsonValueKind.Object
            || !request.Params.TryGetProperty("name"u8, out JsonElement name)
            || name.ValueKind != JsonValueKind.String)
        {
            string offered = string.Join(", ", tools.Tools.Select(tool => tool.Name));
            throw GuideErrors.WrongParams(
                request.Id, new FieldFault("params.name", $"must be the name of a tool: {offered}."));
        }

        string text = GuideRequestReader.TextOf(name);
        return tools.TryFind(text, out McpTool? found) ? found : throw GuideErrors.UnknownTool(request.Id, text, tools);
    }

    private static JsonElement ReadArguments(GuideRequest request)
    {
        if (!request.Params.TryGetProperty("arguments"u8, out JsonElement arguments)
            || arguments.ValueKind == JsonValueKind.Null)
            return NoArguments;
        return arguments.ValueKind == JsonValueKind.Object
            ? arguments
            : throw GuideErrors.WrongParams(request.Id, new FieldFault("params.arguments", "must be an object."));
    }

    private static string? ReadClientId(HttpRequest http, GuideRequest request)
    {
        string field = ClientIds.Header;
        string? clientId = http.Headers[ClientIds.Header];
        if (request.Params.TryGetProperty("_meta"u8, out JsonElement meta) && meta.ValueKind == JsonValueKind.Object
            && meta.TryGetProperty("clientId"u8, out JsonElement named))
        {
            field = "params._meta.clientId";
            clientId = named.ValueKind == JsonValueKind.String ? GuideRequestReader.TextOf(named) : "";
        }

        if (clientId is null || ClientIds.IsValid(clientId)) return clientId;
        throw GuideErrors.WrongParams(request.Id, new FieldFault(field, "is no client id: " + ClientIds.Grammar));
    }
}
