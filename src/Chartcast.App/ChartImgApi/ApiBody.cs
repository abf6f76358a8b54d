using System.Text.Json;
using System.Text.Unicode;
using Chartcast.Mcp.Transports;
using Microsoft.Net.Http.Headers;

namespace Chartcast.App.ChartImgApi;

/// <summary>Reads bodies of strangers.</summary>
internal static class ApiBody
{
    /// <summary>The longest body.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private const int MaximumDepth = 32;

    private static readonly JsonDocumentOptions Strict =
        new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };

    private static readonly byte[] Blanks = " \t\r\n"u8.ToArray();

    /// <summary>Reads and parses a body; null when there is none, which gives every default. The caller disposes
    /// the document.</summary>
    /// <exception cref="ApiException">It is too large, no JSON object, nested too deep, or has a name
    /// twice.</exception>
    public static async Task<JsonDocument?> ReadAsync(HttpRequest request)
    {
        ReadOnlyMemory<byte> bytes = await ReadBytesAsync(request);
        ReadOnlySpan<byte> mark = "\uFEFF"u8;
        if (bytes.Span.StartsWith(mark)) bytes = bytes[mark.Length..];
        if (bytes.Span.IndexOfAnyExcept(Blanks) < 0) return null;
        if (!IsJson(request.ContentType) || request.Headers.ContentEncoding.Count > 0)
            throw new ApiException(ApiErrors.BadRequest);
        return Parse(bytes);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request)
    {
        try
        {
            return await HttpBody.ReadAsync(request.HttpContext, MaximumBytes)
                ?? throw new ApiException(ApiErrors.TooLarge);
        }
        catch (BadHttpRequestException exception)
        {
            throw new ApiException(
                exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? ApiErrors.TooLarge
                    : ApiErrors.BadRequest with { Status = exception.StatusCode },
                exception);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        // The parser lets broken text inside strings pass, and it explodes only when it is read.
        if (!Utf8.IsValid(bytes.Span)) throw new ApiException(ApiErrors.BadRequest);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, Strict);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The search for names that come twice decodes them, and half a surrogate pair is no text.
            throw new ApiException(ApiErrors.BadRequest, exception);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
        document.Dispose();
        throw new ApiException(ApiErrors.BadRequest);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
