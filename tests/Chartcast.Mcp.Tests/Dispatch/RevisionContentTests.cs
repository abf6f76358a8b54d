using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Dispatch;

/// <summary>Content that came with later revisions, for clients of earlier ones.</summary>
public sealed class RevisionContentTests
{
    private static readonly CallToolResult Result = new()
    {
        Content =
        [
            new TextContentBlock { Text = "here" },
            new ResourceLinkBlock { Uri = "test://one", Name = "one" },
            AudioContentBlock.FromBytes(new byte[] { 1 }, "audio/wav"),
        ],
        StructuredContent = JsonElement.Parse("{}"u8),
        IsError = true,
    };

    [Theory]
    [InlineData("2026-07-28", "text resource_link audio")]
    [InlineData("2025-11-25", "text resource_link audio")]
    [InlineData("2025-06-18", "text resource_link audio")]
    [InlineData("2025-03-26", "text text audio")]
    [InlineData("2024-11-05", "text text text")]
    [InlineData(null, "text resource_link audio")]
    public void Fit_TellsInWordsWhatARevisionDoesNotKnow(string? date, string types)
    {
        var fitted = RevisionContent.Fit(Result, date);

        Assert.Equal(types, string.Join(' ', fitted.Content.Select(block => block.Type)));
        Assert.True(fitted.IsError);
        Assert.NotNull(fitted.StructuredContent);
        if (fitted.Content[1] is TextContentBlock link)
            Assert.Equal("Resource: test://one", link.Text);
    }
}
