using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>Tools that answer with one kind of content each.</summary>
internal static class ContentFixtures
{
    public static IEnumerable<McpTool> Tools { get; } =
    [
        new FixtureTool(
            "test_simple_text", "Answers with a text.",
            FixtureTool.Text("This is a simple text response for testing.")),
        new FixtureTool("test_image_content", "Answers with a picture.", Of(Picture())),
        new FixtureTool(
            "test_audio_content", "Answers with a sound.",
            Of(AudioContentBlock.FromBytes(SamplePayloads.Wav, "audio/wav"))),
        new FixtureTool(
            "test_embedded_resource", "Answers with a resource.",
            Of(Resource("test://embedded-resource", "text/plain", "This is an embedded resource content."))),
        new FixtureTool(
            "test_multiple_content_types", "Answers with a text, a picture and a resource.",
            Of(
                new TextContentBlock { Text = "Multiple content types test:" },
                Picture(),
                Resource("test://mixed-content-resource", "application/json", """{"test":"data","value":123}"""))),
        new FixtureTool(
            "test_error_handling", "Fails on purpose.",
            new CallToolResult
            {
                IsError = true,
                Content = [new TextContentBlock { Text = "This tool intentionally returns an error for testing" }],
            }),
    ];

    /// <summary>The sample picture as content.</summary>
    public static ImageContentBlock Picture() => ImageContentBlock.FromBytes(SamplePayloads.Png, "image/png");

    /// <summary>A text resource as content.</summary>
    public static EmbeddedResourceBlock Resource(string uri, string mimeType, string text) => new()
    {
        Resource = new TextResourceContents { Uri = uri, MimeType = mimeType, Text = text },
    };

    private static CallToolResult Of(params ContentBlock[] content) => new() { Content = [.. content] };
}
