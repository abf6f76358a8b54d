using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Requests;

/// <summary>Turns exceptions into errors fit for strangers: the domain's speak for themselves, the rest get an
/// id.</summary>
internal static partial class Incidents
{
    /// <summary>The error to show for an exception; one that is a bug is logged with the id that the error
    /// names.</summary>
    public static ChartError ErrorOf(Exception exception, string requestId, ILogger logger)
    {
        if (exception is ChartException known) return known.Error;
        string incident = RequestIds.NewIncidentId();
        LogIncident(logger, incident, requestId, exception);
        return new ChartError
        {
            Code = ChartErrorCode.Internal,
            Message = $"The chart could not be made because of a fault in the server. Report it as {incident}.",
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Incident {Incident} while making {RequestId}")]
    private static partial void LogIncident(ILogger logger, string incident, string requestId, Exception exception);
}

/// <summary>What jobs log.</summary>
internal static partial class JobLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A step of {RequestId} could not be stored and is not told")]
    public static partial void StepLost(ILogger logger, string requestId, Exception exception);
}

/// <summary>The clock of requests.</summary>
internal static class RequestClock
{
    /// <summary>Now, in whole milliseconds as the store keeps them, so that a record reads back as it was
    /// written.</summary>
    public static DateTimeOffset Now(TimeProvider time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
