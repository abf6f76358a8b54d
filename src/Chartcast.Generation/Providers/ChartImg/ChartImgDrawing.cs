using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Providers.ChartImg.Caches;
using Chartcast.Generation.Providers.ChartImg.Calls;
using Chartcast.Generation.Requests;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Has one picture drawn, whatever endpoint draws it, and fetches it where it was stored.</summary>
/// <remarks>Advanced charts and layouts have resilience of their own: one may hang while the other is well.</remarks>
internal sealed class ChartImgDrawing(
    ChartImgClient client, ChartImgOptions options, ChartImgAccount account, TimeProvider time, ILogger logger,
    Func<double> chance, ChartImgInstruments? instruments)
{
    private const int FetchAttempts = 2;

    private readonly ChartImgResilience _advanced =
        new(options, options.Advanced, account, time, logger, chance, "advanced", instruments);
    private readonly ChartImgResilience _layout =
        new(options, options.Layout, account, time, logger, chance, "layout", instruments);

    /// <summary>Whether the newest answer refused the key.</summary>
    public bool IsKeyRefused { get; private set; }

    /// <summary>Draws.</summary>
    /// <exception cref="ChartException">It was not drawn.</exception>
    public async Task<CachedPicture> DrawAsync(
        ChartImgBody body, ChartImgSteps steps, CancellationToken cancellationToken)
    {
        if (account.Check() is { } exhausted) throw new ChartException(exhausted);
        ChartImgCall call = ChartImgCalls.Picture(body, options.Secrets);
        ChartImgReply reply = await (body.IsLayout ? _layout : _advanced).RunAsync(
            (attempt, token) =>
            {
                steps.Asking(attempt);
                return client.SendAsync(call, attempt, token);
            },
            steps,
            cancellationToken);
        IsKeyRefused = reply.Error?.Code == ChartErrorCode.UpstreamUnauthorized;
        StoredReport? stored = null;
        if (body.IsStored && reply.Json is { } json)
        {
            stored = StoredPictures.Read(json, options.BaseAddress, out string? fault);
            reply = stored is null
                ? ChartImgErrors.BadImage(fault!, json, options.Secrets)
                : await FetchAsync(new Uri(stored.Url), body, cancellationToken);
        }

        if (reply.Image is not { } image) throw new ChartException(Final(reply));
        account.NoteDrawn(body.WidthPx, body.HeightPx, body.Parameters);
        return new CachedPicture(image, time.GetUtcNow(), stored);
    }

    // The picture is paid for: only its fetching is repeated, never the drawing.
    private async Task<ChartImgReply> FetchAsync(Uri address, ChartImgBody body, CancellationToken cancellationToken)
    {
        ChartImgReply reply;
        int attempt = 0;
        do
        {
            reply = await client.FetchAsync(
                address, (content, type) => ChartImgCalls.PictureReply(content, type, body, options.Secrets),
                cancellationToken);
        }
        while (reply.Retries > 0 && ++attempt < FetchAttempts);
        return reply;
    }

    private static ChartError Final(ChartImgReply reply) =>
        reply.Error!.RetryAfter is null ? reply.Error with { RetryAfter = reply.RetryAfter } : reply.Error;
}
