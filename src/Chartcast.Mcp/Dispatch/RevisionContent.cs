using Chartcast.Mcp.Revisions;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Kinds of content that a client's revision does not know, told as text: older clients refuse a whole answer
/// for one block they cannot read.</summary>
internal static class RevisionContent
{
    /// <summary>A result that a client of a revision can read; the same one when it can be read as it is.</summary>
    /// <param name="result">The result; it is not changed.</param>
    /// <param name="date">The revision's date.</param>
    public static CallToolResult Fit(CallToolResult result, string? date)
    {
        if (!ProtocolRevisions.TryParse(date, out var revision)
            || result.Content.All(block => InWords(block, revision) is null))
            return result;
        return new CallToolResult
        {
            Content = [.. result.Content.Select(block => InWords(block, revision) ?? block)],
            StructuredContent = result.StructuredContent,
            IsError = result.IsError,
            Meta = result.Meta,
        };
    }

    private static TextContentBlock? InWords(ContentBlock block, ProtocolRevision revision) => block switch
    {
        ResourceLinkBlock link when !revision.HasResourceLinks() => Text($"Resource: {link.Uri}"),
        AudioContentBlock audio when !revision.HasAudio() =>
            Text($"A sound ({audio.MimeType}) that needs a newer client."),
        _ => null,
    };

    private static TextContentBlock Text(string text) => new() { Text = text };
}
