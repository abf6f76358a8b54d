using System.Text.Json;
using System.Text.Unicode;
using Chartcast.Mcp.Transports;
using Microsoft.Net.Http.Headers;

namespace Chartcast.App.Guide;

/// <summary>Reads JSON-RPC requests of strangers.</summary>
internal static class GuideRequestReader
{
    public const int MaximumBodyBytes = 1024 * 1024;

    private const int MaximumIdLength = 256;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="GuideException">It is too large, compressed, not JSON by its type, too slow or cut
    /// off.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request)
    {
        if (!IsJson(request.ContentType)) throw GuideErrors.WrongContentType();
        if (request.Headers.ContentEncoding.Count > 0) throw GuideErrors.Compressed();
        try
        {
            return await HttpBody.ReadAsync(request.HttpContext, MaximumBodyBytes)
                ?? throw GuideErrors.TooLarge(MaximumBodyBytes);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw GuideErrors.TooLarge(MaximumBodyBytes);
        }
        catch (BadHttpRequestException exception)
        {
            throw GuideErrors.Unreadable(exception.StatusCode);
        }
    }

    /// <summary>Parses a body; the caller disposes the document.</summary>
    /// <exception cref="GuideException">It is not JSON, not text, too deep or has a name twice.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> mark = "\uFEFF"u8;
        if (body.Span.StartsWith(mark)) body = body[mark.Length..];
        if (body.IsEmpty) throw GuideErrors.NotJson("the body is empty; send one JSON-RPC request.");
        // The parser lets broken text inside strings pass, and it explodes only when it is read.
        if (!Utf8.IsValid(body.Span)) throw GuideErrors.NotJson("the body is not valid UTF-8.");
        try
        {
            return JsonDocument.Parse(body, Strict);
        }
        catch (JsonException)
        {
            throw GuideErrors.NotJson("the body is not JSON, is nested deeper than 32 levels or has a name twice.");
        }
        catch (InvalidOperationException)
        {
            // The search for names that come twice decodes them, and half a surrogate pair is no text.
            throw GuideErrors.NotJson("a name is not valid Unicode.");
        }
    }

    /// <summary>Checks the envelope.</summary>
    /// <param name="root">The whole message.</param>
    /// <param name="method">The only method this path serves.</param>
    /// <exception cref="GuideException">It is no request, or not one for this path.</exception>
    public static GuideRequest Check(JsonElement root, string method)
    {
        if (root.ValueKind == JsonValueKind.Array)
            throw GuideErrors.Invalid("batches are not served; send one request at a time.");
        if (root.ValueKind != JsonValueKind.Object) throw GuideErrors.Invalid("the message must be an object.");
        JsonElement id = CheckId(root);
        if (!root.TryGetProperty("jsonrpc"u8, out JsonElement version) || !IsText(version, "2.0"))
            throw GuideErrors.Invalid("jsonrpc must be \"2.0\".", id);
        if (!root.TryGetProperty("method"u8, out JsonElement asked))
            throw GuideErrors.Invalid($"method is missing; this path serves \"{method}\".", id);
        if (asked.ValueKind != JsonValueKind.String)
            throw GuideErrors.Invalid("method must be a string.", id);
        if (!IsText(asked, method))
        {
            throw GuideErrors.Invalid(
                $"method \"{GuideErrors.Shown(TextOf(asked))}\" is not served by this path; "
                + $"it serves \"{method}\".", id);
        }

        bool hasParams = root.TryGetProperty("params"u8, out JsonElement parameters)
            && parameters.ValueKind != JsonValueKind.Null;
        if (hasParams && parameters.ValueKind != JsonValueKind.Object)
            throw GuideErrors.Invalid("params must be an object.", id);
        return new GuideRequest(id, hasParams ? parameters : default);
    }

    /// <summary>A string's text; strings that hold half a surrogate pair are not text.</summary>
    /// <exception cref="GuideException">The string is not valid Unicode.</exception>
    public static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw GuideErrors.NotJson("a string is not valid Unicode.");
        }
    }

    private static JsonElement CheckId(JsonElement root)
    {
        if (!root.TryGetProperty("id"u8, out JsonElement id))
            throw GuideErrors.Invalid("id is missing; every request has a string or a whole number as its id.");
        bool isRight = id.ValueKind switch
        {
            JsonValueKind.String => TextOf(id).Length is > 0 and <= MaximumIdLength,
            JsonValueKind.Number => id.GetRawText() is { Length: <= 32 } digits
                && !digits.AsSpan().ContainsAny('.', 'e', 'E'),
            _ => false,
        };
        if (isRight) return id;
        throw GuideErrors.Invalid(id.ValueKind == JsonValueKind.Null
            ? "id is null; every request has a string or a whole number as its id."
            : $"id must be a string of 1 to {MaximumIdLength} characters or a whole number.");
    }

    private static bool IsText(JsonElement element, string text) =>
        element.ValueKind == JsonValueKind.String && string.Equals(TextOf(element), text, StringComparison.Ordinal);

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
}
