using System.Globalization;
using Chartcast.Generation.Requests;

namespace Chartcast.App.ChartImgApi;

/// <summary>The errors of Chart-IMG, word for word where its words are known.</summary>
internal static class ApiErrors
{
    public static readonly ApiError BadRequest = new(StatusCodes.Status400BadRequest, "Bad Request");
    public static readonly ApiError Unauthorized = new(StatusCodes.Status401Unauthorized, "Invalid Request");
    public static readonly ApiError Forbidden = new(StatusCodes.Status403Forbidden, "Forbidden");
    public static readonly ApiError LayoutForbidden = new(StatusCodes.Status403Forbidden, "Layout Forbidden");
    public static readonly ApiError RouteNotFound = new(StatusCodes.Status404NotFound, "Route Not Found");
    public static readonly ApiError V1RouteNotFound = new(StatusCodes.Status404NotFound, "Route not found.");
    public static readonly ApiError NotFound = new(StatusCodes.Status404NotFound, "Not Found");
    public static readonly ApiError SessionDisconnected = new(StatusCodes.Status409Conflict, "Session Disconnected");
    public static readonly ApiError TooLarge =
        new(StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large");

    public static readonly ApiError InvalidSymbol =
        new(StatusCodes.Status422UnprocessableEntity, "Invalid Symbol") { V1Message = "Invalid symbol." };

    public static readonly ApiError InvalidInterval =
        new(StatusCodes.Status422UnprocessableEntity, "Invalid Interval") { V1Message = "Invalid interval." };

    public static readonly ApiError InvalidRequest =
        new(StatusCodes.Status422UnprocessableEntity, "Invalid Request") { V1Message = "Invalid request." };

    public static readonly ApiError TooManyRequests =
        new(StatusCodes.Status429TooManyRequests, "Too Many Requests");

    public static readonly ApiError LimitExceeded = new(StatusCodes.Status429TooManyRequests, "Limit Exceeded");

    public static readonly ApiError SomethingWentWrong =
        new(StatusCodes.Status500InternalServerError, "Something Went Wrong") { V1Message = "Server error." };

    public static readonly ApiError ExternalTimeout =
        new(StatusCodes.Status504GatewayTimeout, "External Request Timeout") { V1Message = "Process timeout." };

    // The gateway in front gives this one, whatever the version.
    public static readonly ApiError EndpointTimeout =
        new(StatusCodes.Status504GatewayTimeout, "Endpoint request timed out");

    /// <summary>A picture larger than a plan allows.</summary>
    public static ApiError ResolutionLimit(int widthPx, int heightPx) => new(
        StatusCodes.Status403Forbidden,
        string.Create(CultureInfo.InvariantCulture, $"Exceed Max Usage Resolution Limit ({widthPx}x{heightPx})"));

    /// <summary>More studies and drawings than a plan allows.</summary>
    public static ApiError ParameterLimit(int count) => new(
        StatusCodes.Status403Forbidden,
        string.Create(CultureInfo.InvariantCulture, $"Exceed Max Usage Parameter Limit ({count})"));

    /// <summary>Wrong fields.</summary>
    public static ApiError Of(IReadOnlyList<FieldError> fields) =>
        InvalidRequest with { V1Message = null, Fields = fields };

    /// <summary>What Chart-IMG would say where a chart could not be made.</summary>
    public static ApiError Of(ChartError error) => error.Code switch
    {
        ChartErrorCode.UnknownSymbol => InvalidSymbol,
        ChartErrorCode.IntervalUnavailable => InvalidInterval,
        ChartErrorCode.InvalidArgument or ChartErrorCode.NoData => InvalidRequest,
        // Clients wait a second or two and ask again, which is what a full queue needs.
        ChartErrorCode.Busy or ChartErrorCode.UpstreamRateLimited => TooManyRequests with
        {
            RetryAfterSeconds = error.RetryAfter is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null,
        },
        ChartErrorCode.Timeout or ChartErrorCode.UpstreamTimeout => ExternalTimeout,
        _ => SomethingWentWrong,
    };
}
