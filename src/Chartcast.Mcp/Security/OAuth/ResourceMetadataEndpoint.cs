using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chartcast.Mcp.Security.OAuth;

/// <summary>Tells clients who issues tokens for this server (RFC 9728).</summary>
public static class ResourceMetadataEndpoint
{
    /// <summary>Where the metadata of the whole server are.</summary>
    public const string RootPath = "/.well-known/oauth-protected-resource";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps the metadata of an endpoint: below the well-known path with the endpoint's path appended (section 3.1), and
    /// without it, where some clients look. Open to everyone.
    /// </summary>
    /// <param name="endpoints">The routes.</param>
    /// <param name="path">The endpoint's path, for example <c>/mcp</c>.</param>
    /// <param name="resource">What to tell.</param>
    public static void MapResourceMetadata(
        this IEndpointRouteBuilder endpoints, string path, ProtectedResource resource)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(resource);
        var json = Write(resource);
        RequestDelegate serve = context => ServeAsync(context, json);
        endpoints.MapMethods(RootPath + path, Reading, serve).Needs(Access.None);
        endpoints.MapMethods(RootPath, Reading, serve).Needs(Access.None);
    }

    private static Task ServeAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        var response = context.Response;
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        response.Headers.CacheControl = "public, max-age=300";
        response.Headers.XContentTypeOptions = "nosniff";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(json, context.RequestAborted).AsTask();
    }

    private static ReadOnlyMemory<byte> Write(ProtectedResource resource)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("resource"u8, resource.Resource);
            Write(writer, "authorization_servers"u8, resource.Issuers.Select(issuer => issuer.Name));
            Write(writer, "scopes_supported"u8, resource.Scopes.Supported);
            Write(writer, "bearer_methods_supported"u8, ["header"]);
            writer.WriteString("resource_name"u8, resource.Name);
            writer.WriteEndObject();
        }

        return body.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
