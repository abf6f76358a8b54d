using Chartcast.App.Engines;
using Chartcast.Generation.Requests;

namespace Chartcast.App.ChartImgApi;

/// <summary>Has charts drawn like every other front door: kept in the history, told as events, within the limits of the
/// queue.</summary>
internal sealed partial class ChartDrawing(ChartEngine engine, ILogger logger)
{
    /// <summary>Draws a request and waits for it.</summary>
    /// <param name="request">What to draw; checked.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">The caller left; the chart is cancelled.</param>
    /// <exception cref="ApiException">It cannot be drawn.</exception>
    public async Task<DrawnChart> DrawAsync(
        ChartRequest request, ChartCaller caller, CancellationToken cancellationToken)
    {
        ChartRecord record = await engine.Requests.DrawAsync(request, caller, null, cancellationToken);
        if (record.Status != ChartStatus.Completed) throw Failed(record);
        ChartImage? image = await engine.Store.FindImageAsync(record.RequestId, cancellationToken);
        return image is null
            ? throw new ApiException(ApiErrors.SomethingWentWrong)
            : new DrawnChart(record, image);
    }

    private ApiException Failed(ChartRecord record)
    {
        if (record.Error is not { } error) return new ApiException(ApiErrors.SomethingWentWrong);
        // The API's words are few; the log has the reason.
        LogFailed(record.RequestId, error.Code, error.Message);
        return new ApiException(ApiErrors.Of(error));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{RequestId} could not be drawn, {Code}: {Reason}")]
    private partial void LogFailed(string requestId, ChartErrorCode code, string reason);
}
