using System.Globalization;
using Chartcast.App.Engines;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Finished charts as resources: <c>chart://{requestId}</c> is the picture, with <c>.json</c> and <c>.csv</c>
/// the
/// numbers.</summary>
public sealed class ChartResources(ChartEngine engine, ChartFiles files) : IResourceSource
{
    private const string Scheme = "chart://";
    private const int ListedCharts = 50;

    /// <inheritdoc/>
    public IReadOnlyList<ResourceTemplate> Templates { get; } =
    [
        new ResourceTemplate
        {
            UriTemplate = "chart://{requestId}",
            Name = "chart",
            Title = "A chart's picture",
            Description = "The picture of a completed request, in the format it was asked in.",
        },
        new ResourceTemplate
        {
            UriTemplate = "chart://{requestId}.json",
            Name = "chart-numbers",
            Title = "A chart's numbers",
            Description = "Everything known of a request, its bars included, as JSON.",
            MimeType = "application/json",
        },
        new ResourceTemplate
        {
            UriTemplate = "chart://{requestId}.csv",
            Name = "chart-table",
            Title = "A chart's table",
            Description = "The bars and indicator values of a completed local chart as CSV.",
            MimeType = "text/csv",
        },
    ];

    /// <inheritdoc/>
    public async ValueTask<ResourcePage> ListAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (cursor is not null)
            throw new ModelContextProtocol.McpProtocolException(
                "This list has one page.", ModelContextProtocol.McpErrorCode.InvalidParams);
        IReadOnlyList<ChartRecord> records = await engine.Requests.RecentAsync(
            new RecentFilter(ListedCharts, Status: ChartStatus.Completed), cancellationToken);
        return new ResourcePage([.. records.Select(Listed)]);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ResourceContents>?> ReadAsync(string uri, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        ChartFileName? name = ChartFileName.Parse(uri[Scheme.Length..]);
        if (name is null) return null;
        ChartRecord? record = await engine.Requests.FindAsync(name.RequestId, cancellationToken);
        if (record is null || record.Status != ChartStatus.Completed) return null;
        ChartFile? file = await files.FindAsync(record, name.Kind, cancellationToken);
        if (file is null) return null;
        return file.IsText
            ? [new TextResourceContents
            {
                Uri = uri,
                MimeType = file.MimeType,
                Text = System.Text.Encoding.UTF8.GetString(file.Bytes.Span),
            }]
            : [BlobResourceContents.FromBytes(file.Bytes, uri, file.MimeType)];
    }

    private static Resource Listed(ChartRecord record) => new()
    {
        Uri = PictureLinks.ResourceUri(record.RequestId),
        Name = record.RequestId,
        Title = $"{record.Request.Symbol} {record.Request.Interval}",
        Description = string.Create(
            CultureInfo.InvariantCulture, $"Made {record.FinishedAt?.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC."),
        MimeType = record.Image is { } image ? ChartImage.MimeTypeOf(image.Format) : null,
        Size = record.Image?.Bytes,
    };
}
