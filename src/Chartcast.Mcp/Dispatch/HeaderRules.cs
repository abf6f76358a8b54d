using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// Headers of the modern revision must say what the body says (MCP 2026-07-28, Streamable HTTP, SEP-2243).
/// </summary>
internal static class HeaderRules
{
    public const string Version = "MCP-Protocol-Version";
    public const string Method = "Mcp-Method";
    public const string Name = "Mcp-Name";
    private const NumberStyles HeaderNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const string ParameterPrefix = "Mcp-Param-";

    /// <summary>Compares the routing headers of a request with its body.</summary>
    /// <returns>The first difference, or null.</returns>
    public static MessageFault? Check(IHeaderDictionary headers, IncomingMessage message, ToolCatalog tools)
    {
        var request = message.Request!;
        var complaint = Compare(headers, Method, request.Method) ?? CheckName(headers, message);
        if (complaint is null && request.Method == RequestMethods.ToolsCall
            && tools.TryFind(message.Text("name") ?? string.Empty, out var tool))
            complaint = CheckParameters(headers, message, tools.HeaderParametersOf(tool));
        return complaint is null ? null : new MessageFault(MessageFault.HeaderMismatch, complaint, request.Id);
    }

    /// <summary>Compares one header with what the body says.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Compare(IHeaderDictionary headers, string header, string expected)
    {
        var values = headers[header];
        if (values.Count != 1)
            return values.Count == 0 ? $"The header {header} is missing." : $"The header {header} occurs twice.";
        return string.Equals(values[0]?.Trim(' ', '\t'), expected, StringComparison.Ordinal)
            ? null
            : $"The header {header} differs from the body.";
    }

    private static string? CheckName(IHeaderDictionary headers, IncomingMessage message)
    {
        var member = message.Method switch
        {
            RequestMethods.ToolsCall or RequestMethods.PromptsGet => "name",
            RequestMethods.ResourcesRead => "uri",
            "tasks/get" or "tasks/update" or "tasks/cancel" => "taskId",
            _ => null,
        };
        if (member is null || message.Text(member) is not { } expected)
            return null;
        return Decode(headers, Name, out var value) ?? (string.Equals(value, expected, StringComparison.Ordinal)
            ? null
            : $"The header {Name} differs from params.{member}.");
    }

    private static string? CheckParameters(
        IHeaderDictionary headers, IncomingMessage message, IReadOnlyList<HeaderParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            var header = ParameterPrefix + parameter.HeaderName;
            var argument = parameter.ValueIn(message.Params);
            if (argument.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
                continue;
            var complaint = Decode(headers, header, out var value)
                ?? (Equals(value, argument) ? null : $"The header {header} differs from the argument.");
            if (complaint is not null)
                return complaint;
        }

        return null;
    }

    private static string? Decode(IHeaderDictionary headers, string header, out string value)
    {
        value = string.Empty;
        var values = headers[header];
        if (values.Count != 1)
            return values.Count == 0 ? $"The header {header} is missing." : $"The header {header} occurs twice.";
        var raw = values[0]!.Trim(' ', '\t');
        if (raw.AsSpan().ContainsAnyExcept(HeaderText.Allowed))
            return $"The header {header} has characters that must be sent as =?base64?…?=.";
        var decoded = McpHeaderEncoder.DecodeValue(raw);
        value = decoded ?? string.Empty;
        return decoded is null ? $"The header {header} is not valid Base64 of UTF-8." : null;
    }

    private static bool Equals(string header, JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.String => string.Equals(header, argument.GetString(), StringComparison.Ordinal),
        JsonValueKind.True => header == "true",
        JsonValueKind.False => header == "false",
        // Integers compare as numbers: 42.0 is 42.
        JsonValueKind.Number => decimal.TryParse(
                header, HeaderNumber, CultureInfo.InvariantCulture, out var sent)
            && argument.TryGetDecimal(out var meant) && sent == meant,
        _ => false,
    };
}

/// <summary>Characters a header value may have as it is (RFC 9110, section 5.5, without obs-text).</summary>
internal static class HeaderText
{
    public static readonly System.Buffers.SearchValues<char> Allowed = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x7F - 0x20).Select(code => (char)code), '\t']);
}
