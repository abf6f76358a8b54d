using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>Two pages of one resource each, and a template.</summary>
internal sealed class TestResources : IResourceSource
{
    public IReadOnlyList<ResourceTemplate> Templates { get; } =
        [new ResourceTemplate { Name = "note", UriTemplate = "note://{id}", Description = "A note." }];

    public ValueTask<ResourcePage> ListAsync(
        string? cursor, ResourceCaller caller, CancellationToken cancellationToken) =>
        ValueTask.FromResult(cursor is null
            ? new ResourcePage([Entry("note://1")], "2")
            : new ResourcePage([Entry("note://2")]));

    public ValueTask<IReadOnlyList<ResourceContents>?> ReadAsync(
        string uri, ResourceCaller caller, CancellationToken cancellationToken) =>
        uri switch
        {
            "note://broken" => throw new InvalidOperationException("secret /home/path"),
            "note://1" or "note://2" => ValueTask.FromResult<IReadOnlyList<ResourceContents>?>(
                [new TextResourceContents { Uri = uri, MimeType = "text/plain", Text = "note " + uri[^1] }]),
            _ => ValueTask.FromResult<IReadOnlyList<ResourceContents>?>(null),
        };

    public ValueTask<bool> ExistsAsync(
        string uri, ResourceCaller caller, CancellationToken cancellationToken) =>
        ValueTask.FromResult(uri is "note://1" or "note://2");

    private static Resource Entry(string uri) =>
        new() { Uri = uri, Name = uri, Description = "A note.", MimeType = "text/plain" };
}
