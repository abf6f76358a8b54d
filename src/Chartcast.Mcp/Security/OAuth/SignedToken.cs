using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using static Chartcast.Mcp.Dispatch.IncomingMessage;

namespace Chartcast.Mcp.Security.OAuth;

/// <summary>A JWT in compact form, read and not yet believed (RFC 7515, section 7.1).</summary>
internal sealed record SignedToken
{
    private const int LongestToken = 16 * 1024;
    private const int LongestKeyId = 256;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>The name of the way it is signed.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Which key signed it, or null when it does not say.</summary>
    public required string? KeyId { get; init; }

    /// <summary>
    /// Whether it is of a kind that may be an access token, and demands nothing that is not known here.
    /// </summary>
    public required bool IsUnderstood { get; init; }

    /// <summary>What it says.</summary>
    public required TokenClaims Claims { get; init; }

    /// <summary>The signed text.</summary>
    public required byte[] SignedBytes { get; init; }

    /// <summary>The signature.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>Reads a token.</summary>
    /// <returns>The token, or null when it is no signed JWT.</returns>
    public static SignedToken? Read(string text)
    {
        if (text.Length > LongestToken)
            return null;
        try
        {
            return ReadParts(text);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            // Not base64url, not JSON, a name twice, or strings that are no text.
            return null;
        }
    }

    private static SignedToken? ReadParts(string text)
    {
        // Five parts are an encrypted JWT, for which there is no key here.
        if (text.Split('.') is not [var header, var payload, var signature])
            return null;
        using var head = Parse(header);
        using var body = Parse(payload);
        if (head.RootElement.ValueKind != JsonValueKind.Object || TokenClaims.Read(body.RootElement) is not { } claims)
            return null;
        if (TextOf(head.RootElement, "alg") is not { } algorithm)
            return null;
        var keyId = TextOf(head.RootElement, "kid");
        if (keyId is { Length: > LongestKeyId } || (keyId is null && head.RootElement.TryGetProperty("kid"u8, out _)))
            return null;
        return new SignedToken
        {
            Algorithm = algorithm,
            KeyId = keyId,
            IsUnderstood = IsAccessToken(head.RootElement),
            Claims = claims,
            SignedBytes = Encoding.ASCII.GetBytes(text, 0, header.Length + 1 + payload.Length),
            Signature = Decode(signature),
        };
    }

    // RFC 9068 names the type at+jwt; most issuers write JWT or nothing. Others, such as logout+jwt, are for others.
    // RFC 7515, section 4.1.11: what crit lists must be understood, and nothing that could be listed is.
    private static bool IsAccessToken(JsonElement header) =>
        !header.TryGetProperty("crit"u8, out _)
        && (!header.TryGetProperty("typ"u8, out var type)
            || (type.ValueKind == JsonValueKind.String
                && type.GetString()!.ToUpperInvariant() is "JWT" or "AT+JWT" or "APPLICATION/AT+JWT"));

    private static JsonDocument Parse(string part)
    {
        var json = Decode(part);
        return Utf8.IsValid(json) ? JsonDocument.Parse(json, Strict) : throw new FormatException();
    }

    private static byte[] Decode(string part)
    {
        // The decoder lets padding and blanks pass, which compact form does not have.
        foreach (var letter in part)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_'))
                throw new FormatException();
        }

        return Base64Url.DecodeFromChars(part);
    }
}
