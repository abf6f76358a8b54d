using Chartcast.App.Answers;
using Chartcast.App.Engines;
using Chartcast.Generation.Requests;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>The shape of every successful tool call.</summary>
internal static class ToolAnswers
{
    /// <summary>A finished chart.</summary>
    /// <param name="record">The completed record.</param>
    /// <param name="delivery">How the picture travels: its bytes, its link, and what to say about it.</param>
    /// <param name="links">Where pictures can be had.</param>
    public static CallToolResult Chart(ChartRecord record, PictureDelivery delivery, PictureLinks links)
    {
        var content = new List<ContentBlock>
        {
            new TextContentBlock { Text = TextOf(record, delivery, links) },
        };
        if (delivery.Inline is { } image) content.Add(PictureOf(image));
        if (delivery.WithLink && record.Image is { } summary)
        {
            content.Add(new ResourceLinkBlock
            {
                Uri = PictureLinks.ResourceUri(record.RequestId),
                Name = record.RequestId,
                Title = $"{record.Report?.Symbol} {record.Report?.Interval} chart",
                MimeType = ChartImage.MimeTypeOf(summary.Format),
                Size = summary.Bytes,
            });
        }

        return new CallToolResult
        {
            Content = content,
            StructuredContent = ChartRecordJson.Element(
                json => ChartRecordJson.Write(json, record, links, delivery.Warnings)),
        };
    }

    /// <summary>A request that is still on its way, or a look at one that ended.</summary>
    public static CallToolResult Status(ChartRecord record, PictureLinks links, string text) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = ChartRecordJson.Element(json => ChartRecordJson.Write(json, record, links)),
    };

    /// <summary>Any other answer.</summary>
    /// <param name="text">What a model reads.</param>
    /// <param name="write">Writes the same as one JSON object.</param>
    public static CallToolResult Of(string text, Action<System.Text.Json.Utf8JsonWriter> write) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = ChartRecordJson.Element(write),
    };

    private static string TextOf(ChartRecord record, PictureDelivery delivery, PictureLinks links)
    {
        string text = ChartText.Of(record, links, delivery.Warnings);
        return delivery.TextTable is { } table ? $"{text}\n{table}" : text;
    }

    // No host shows SVG as an image block; a model can read it as what it is, a text.
    private static ContentBlock PictureOf(ChartImage image) => image.Format == ImageFormat.Svg
        ? new EmbeddedResourceBlock
        {
            Resource = new TextResourceContents
            {
                Uri = $"chart://inline/{image.Sha256}.svg",
                MimeType = image.MimeType,
                Text = System.Text.Encoding.UTF8.GetString(image.Bytes.Span),
            },
        }
        : ImageContentBlock.FromBytes(image.Bytes, image.MimeType);
}
