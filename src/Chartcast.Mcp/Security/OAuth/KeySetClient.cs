using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using static Chartcast.Mcp.Dispatch.IncomingMessage;

namespace Chartcast.Mcp.Security.OAuth;

/// <summary>Fetches issuers' keys: bounded in size and time, over https, without following redirects.</summary>
/// <param name="http">Made with a handler that follows no redirects and has no time-out of its own.</param>
/// <param name="time">The clock of the deadline.</param>
internal sealed class KeySetClient(HttpClient http, TimeProvider time)
{
    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Fetches the keys of an issuer.</summary>
    /// <exception cref="KeySetException">They could not be had.</exception>
    public async Task<SigningKeySet> FetchAsync(TokenIssuer issuer)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        try
        {
            var address = issuer.KeySetUrl ?? await DiscoverAsync(issuer, deadline.Token);
            using var set = await GetAsync(issuer, address, deadline.Token);
            return SigningKeySet.Read(set.RootElement);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new KeySetException("the answer took too long");
        }
        catch (InvalidOperationException)
        {
            throw new KeySetException("the answer has strings that are no text");
        }
    }

    /// <summary>Where an issuer's metadata may be, the likeliest first.</summary>
    /// <remarks>
    /// RFC 8414, section 3.1, puts the well-known part between host and path; OpenID Connect Discovery 1.0, section 4,
    /// at the end.
    /// </remarks>
    internal static IReadOnlyList<Uri> MetadataUrls(string issuer)
    {
        var address = new Uri(issuer, UriKind.Absolute);
        var root = address.GetLeftPart(UriPartial.Authority);
        var path = address.AbsolutePath.TrimEnd('/');
        string[] urls =
        [
            $"{root}/.well-known/oauth-authorization-server{path}",
            $"{root}/.well-known/openid-configuration{path}",
            $"{root}{path}/.well-known/openid-configuration",
        ];
        return [.. urls.Distinct(StringComparer.Ordinal).Select(url => new Uri(url, UriKind.Absolute))];
    }

    private async Task<Uri> DiscoverAsync(TokenIssuer issuer, CancellationToken cancellationToken)
    {
        KeySetException? first = null;
        foreach (var address in MetadataUrls(issuer.Name))
        {
            try
            {
                using var metadata = await GetAsync(issuer, address, cancellationToken);
                return KeySetUrlOf(issuer, metadata.RootElement);
            }
            catch (KeySetException exception)
            {
                first ??= exception;
            }
        }

        throw first!;
    }

    private static Uri KeySetUrlOf(TokenIssuer issuer, JsonElement metadata)
    {
        // RFC 8414, section 3.3: metadata of another issuer must not be used.
        if (TextOf(metadata, "issuer") != issuer.Name)
            throw new KeySetException("its metadata name another issuer");
        return Uri.TryCreate(TextOf(metadata, "jwks_uri"), UriKind.Absolute, out var address)
            && issuer.MayFetch(address)
                ? address
                : throw new KeySetException("its metadata have no jwks_uri that may be fetched");
    }

    private async Task<JsonDocument> GetAsync(TokenIssuer issuer, Uri address, CancellationToken cancellationToken)
    {
        if (!issuer.MayFetch(address))
            throw new KeySetException("the address is neither https nor of this machine");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var answer = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new KeySetException($"{address.AbsolutePath} answered {(int)answer.StatusCode}");
            return JsonDocument.Parse(await ReadAsync(answer.Content, cancellationToken), Strict);
        }
        catch (JsonException)
        {
            throw new KeySetException($"{address.AbsolutePath} answered no JSON");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new KeySetException($"{address.Authority} cannot be reached ({exception.Message})");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new System.Buffers.ArrayBufferWriter<byte>(4096);
        while (await stream.ReadAsync(body.GetMemory(4096), cancellationToken) is > 0 and var read)
        {
            body.Advance(read);
            if (body.WrittenCount > MostBytes)
                throw new KeySetException($"the answer has more than {MostBytes} bytes");
        }

        return body.WrittenMemory;
    }
}
