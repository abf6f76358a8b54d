using System.Globalization;
using Chartcast.App.Engines;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Charts as resources: <c>chart://{requestId}</c> is the picture, with <c>.svg</c> the scalable one, with
/// <c>.json</c> and <c>.csv</c> the numbers.</summary>
public sealed class ChartResources(ChartEngine engine, ChartFiles files) : IResourceSource
{
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
            UriTemplate = "chart://{requestId}.svg",
            Name = "chart-svg",
            Title = "A chart as SVG",
            Description = "The picture of a completed local chart, scalable.",
            MimeType = "image/svg+xml",
        },
        new ResourceTemplate
        {
            UriTemplate = "chart://{requestId}.json",
            Name = "chart-numbers",
            Title = "A chart's numbers",
            Description = "Everything known of a request, finished or not, its bars included, as JSON.",
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
    public async ValueTask<ResourcePage> ListAsync(
        string? cursor, ResourceCaller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        string? owner = caller.Caller.SeesOnly;
        if (cursor is not null && await engine.Requests.FindAsync(cursor, owner, cancellationToken) is null)
            throw new McpProtocolException("params.cursor is none this server gave.", McpErrorCode.InvalidParams);
        IReadOnlyList<ChartRecord> records = await engine.Requests.RecentAsync(
            new RecentFilter(ListedCharts, Status: ChartStatus.Completed, Before: cursor, Owner: owner),
            cancellationToken);
        return new ResourcePage(
            [.. records.Select(Listed)], records.Count < ListedCharts ? null : records[^1].RequestId);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ResourceContents>?> ReadAsync(
        string uri, ResourceCaller caller, CancellationToken cancellationToken)
    {
        if (NameOf(uri) is not { } name || await FindAsync(name, caller, cancellationToken) is not { } record)
            return null;
        // What is known of a request is there from its first moment; pictures and tables when it is done.
        if (record.Status != ChartStatus.Completed && name.Kind != ChartFileKind.Json) return null;
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

    /// <inheritdoc/>
    public async ValueTask<bool> ExistsAsync(
        string uri, ResourceCaller caller, CancellationToken cancellationToken) =>
        NameOf(uri) is { } name && await FindAsync(name, caller, cancellationToken) is not null;

    private ValueTask<ChartRecord?> FindAsync(
        ChartFileName name, ResourceCaller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return engine.Requests.FindAsync(name.RequestId, caller.Caller.SeesOnly, cancellationToken);
    }

    private static ChartFileName? NameOf(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return uri.StartsWith(PictureLinks.ResourceScheme, StringComparison.Ordinal)
            ? ChartFileName.Parse(uri[PictureLinks.ResourceScheme.Length..])
            : null;
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
