using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>The resources that the suite reads, before those of the server.</summary>
/// <param name="own">The server's own; null when it has none.</param>
internal sealed class FixtureResources(IResourceSource? own) : IResourceSource
{
    private const string TemplateStart = "test://template/";
    private const string TemplateEnd = "/data";

    private static readonly Resource[] Listed =
    [
        Resource("test://static-text", "static-text", "A text that never changes.", "text/plain"),
        Resource("test://static-binary", "static-binary", "A picture that never changes.", "image/png"),
        Resource("test://watched-resource", "watched-resource", "A text that can be subscribed to.", "text/plain"),
    ];

    private static readonly ResourceTemplate Template = new()
    {
        UriTemplate = "test://template/{id}/data",
        Name = "template-data",
        Description = "Data of the id in the address.",
        MimeType = "application/json",
    };

    public IReadOnlyList<ResourceTemplate> Templates { get; } = [Template, .. own?.Templates ?? []];

    public async ValueTask<ResourcePage> ListAsync(
        string? cursor, ResourceCaller caller, CancellationToken cancellationToken)
    {
        ResourcePage page = own is null ? new ResourcePage([]) : await own.ListAsync(cursor, caller, cancellationToken);
        return cursor is null ? page with { Resources = [.. Listed, .. page.Resources] } : page;
    }

    public ValueTask<IReadOnlyList<ResourceContents>?> ReadAsync(
        string uri, ResourceCaller caller, CancellationToken cancellationToken) =>
        Read(uri) is { } contents
            ? ValueTask.FromResult<IReadOnlyList<ResourceContents>?>([contents])
            : own?.ReadAsync(uri, caller, cancellationToken)
                ?? ValueTask.FromResult<IReadOnlyList<ResourceContents>?>(null);

    public ValueTask<bool> ExistsAsync(string uri, ResourceCaller caller, CancellationToken cancellationToken) =>
        Read(uri) is not null
            ? ValueTask.FromResult(true)
            : own?.ExistsAsync(uri, caller, cancellationToken) ?? ValueTask.FromResult(false);

    private static ResourceContents? Read(string uri) => uri switch
    {
        "test://static-text" => Text(uri, "text/plain", "This is the content of the static text resource."),
        "test://static-binary" => BlobResourceContents.FromBytes(SamplePayloads.Png, uri, "image/png"),
        "test://watched-resource" => Text(uri, "text/plain", "Watched resource content."),
        _ when IdIn(uri) is { } id =>
            Text(uri, "application/json", $$"""{"id":"{{id}}","templateTest":true,"data":"Data for ID: {{id}}"}"""),
        _ => null,
    };

    // Digits only, so that the id needs no escaping in the answer.
    private static string? IdIn(string uri) =>
        uri.StartsWith(TemplateStart, StringComparison.Ordinal) && uri.EndsWith(TemplateEnd, StringComparison.Ordinal)
        && uri.Length > TemplateStart.Length + TemplateEnd.Length
        && uri[TemplateStart.Length..^TemplateEnd.Length] is var id && id.All(char.IsAsciiDigit)
            ? id
            : null;

    private static Resource Resource(string uri, string name, string description, string mimeType) =>
        new() { Uri = uri, Name = name, Description = description, MimeType = mimeType };

    private static TextResourceContents Text(string uri, string mimeType, string text) =>
        new() { Uri = uri, MimeType = mimeType, Text = text };
}
