namespace Chartcast.App.Configuration;

/// <summary>What the Chart-IMG-compatible API can be told to do instead of its work, to try clients out.</summary>
public enum ApiFault
{
    /// <summary>Nothing: the right answer.</summary>
    None,

    /// <summary>429 <c>Too Many Requests</c>.</summary>
    RateLimited,

    /// <summary>429 <c>Limit Exceeded</c>.</summary>
    LimitExceeded,

    /// <summary>500 <c>Something Went Wrong</c>.</summary>
    ServerError,

    /// <summary>504 <c>External Request Timeout</c>.</summary>
    ExternalTimeout,

    /// <summary>504 <c>Endpoint request timed out</c>.</summary>
    EndpointTimeout,

    /// <summary>401 <c>Invalid Request</c>.</summary>
    Unauthorized,

    /// <summary>403 <c>Forbidden</c>.</summary>
    Forbidden,

    /// <summary>403 <c>Layout Forbidden</c>.</summary>
    LayoutForbidden,

    /// <summary>409 <c>Session Disconnected</c>.</summary>
    SessionDisconnected,

    /// <summary>422 as an object, <c>Invalid Request</c>.</summary>
    InvalidRequest,

    /// <summary>The right answer after 4 s, as a usual chart takes.</summary>
    Slow,

    /// <summary>The right answer after 9 s, as a layout takes.</summary>
    Slower,

    /// <summary>The right answer after 120 s, longer than any client should wait.</summary>
    Hang,

    /// <summary>Half of the right answer, then the end of the connection.</summary>
    Truncated,

    /// <summary>A page of HTML with 200.</summary>
    Html,
}

/// <summary>Names of faults.</summary>
public static class ApiFaults
{
    private static readonly (string Name, ApiFault Fault)[] All =
    [
        ("rate_limited", ApiFault.RateLimited),
        ("limit_exceeded", ApiFault.LimitExceeded),
        ("server_error", ApiFault.ServerError),
        ("external_timeout", ApiFault.ExternalTimeout),
        ("endpoint_timeout", ApiFault.EndpointTimeout),
        ("unauthorized", ApiFault.Unauthorized),
        ("forbidden", ApiFault.Forbidden),
        ("layout_forbidden", ApiFault.LayoutForbidden),
        ("session_disconnected", ApiFault.SessionDisconnected),
        ("invalid_request", ApiFault.InvalidRequest),
        ("slow", ApiFault.Slow),
        ("slower", ApiFault.Slower),
        ("hang", ApiFault.Hang),
        ("truncated", ApiFault.Truncated),
        ("html", ApiFault.Html),
    ];

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static one => one.Name)];

    /// <summary>The fault of a name; none when nothing is called so.</summary>
    public static ApiFault Find(string name) => All.FirstOrDefault(one => one.Name == name).Fault;
}

/// <summary>A fault that comes with every so many calls.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Every">1 for every call, 3 for each third.</param>
public sealed record ApiFaultRule(ApiFault Fault, int Every);
