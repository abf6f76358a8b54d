using System.Security.Cryptography;
using Chartcast.App.Answers;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Engines;

/// <summary>A completed chart in one of its forms.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="MimeType">Its media type.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the file.</param>
/// <param name="IsText">Whether it is UTF-8 text.</param>
public sealed record ChartFile(ReadOnlyMemory<byte> Bytes, string MimeType, string Sha256, bool IsText);

/// <summary>Finds completed charts as files: the kept picture, or what is made of the kept bars.</summary>
public sealed class ChartFiles(ChartEngine engine)
{
    /// <summary>Finds or makes a file.</summary>
    /// <param name="record">A completed record.</param>
    /// <param name="kind">Its form.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file; null when there is no such form, as for the bars of a provider that gives only
    /// pictures.</returns>
    public async ValueTask<ChartFile?> FindAsync(
        ChartRecord record, ChartFileKind kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        ChartFileKind stored = KindOf(record.Image?.Format ?? ImageFormat.Png);
        if (kind == ChartFileKind.Picture || kind == stored)
        {
            ChartImage? image = await engine.Store.FindImageAsync(record.RequestId, cancellationToken);
            return image is null ? null : FileOf(image);
        }

        ChartBars? bars = await engine.Store.FindBarsAsync(record.RequestId, cancellationToken);
        if (kind == ChartFileKind.Json) return Json(record, bars);
        if (bars is null) return null;
        return kind == ChartFileKind.Csv
            ? Hashed(
                ChartTableText.Csv(engine.Local.Table(record.Request, bars)), "text/csv; charset=utf-8", isText: true)
            : FileOf(engine.Local.Redraw(record.Request, bars, FormatOf(kind)));
    }

    private ChartFile Json(ChartRecord record, ChartBars? bars)
    {
        ReadOnlyMemory<byte> bytes = ChartRecordJson.Bytes(json => ChartRecordJson.Write(
            json, record, engine.Links, table: bars is null ? null : engine.Local.Table(record.Request, bars)));
        return Hashed(bytes, "application/json", isText: true);
    }

    private static ChartFile FileOf(ChartImage image) =>
        new(image.Bytes, image.MimeType, image.Sha256, image.Format == ImageFormat.Svg);

    private static ChartFile Hashed(ReadOnlyMemory<byte> bytes, string mimeType, bool isText) =>
        new(bytes, mimeType, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), isText);

    private static ChartFileKind KindOf(ImageFormat format) => format switch
    {
        ImageFormat.Svg => ChartFileKind.Svg,
        ImageFormat.Jpeg => ChartFileKind.Jpeg,
        ImageFormat.Webp => ChartFileKind.Webp,
        _ => ChartFileKind.Png,
    };

    private static ImageFormat FormatOf(ChartFileKind kind) => kind switch
    {
        ChartFileKind.Svg => ImageFormat.Svg,
        ChartFileKind.Jpeg => ImageFormat.Jpeg,
        ChartFileKind.Webp => ImageFormat.Webp,
        _ => ImageFormat.Png,
    };
}
