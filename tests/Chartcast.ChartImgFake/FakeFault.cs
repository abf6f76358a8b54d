namespace Chartcast.ChartImgFake;

/// <summary>What happens instead of the right answer.</summary>
public enum FakeFault
{
    /// <summary>Nothing: the right answer.</summary>
    None,

    /// <summary>429 <c>Too Many Requests</c>.</summary>
    RateLimited,

    /// <summary>429 <c>Limit Exceeded</c>.</summary>
    LimitExceeded,

    /// <summary>500 <c>Something Went Wrong</c>.</summary>
    ServerError,

    /// <summary>501, which nobody documented.</summary>
    NotImplemented,

    /// <summary>502 with a gateway's HTML.</summary>
    BadGateway,

    /// <summary>503 without a body.</summary>
    Unavailable,

    /// <summary>504 <c>External Request Timeout</c>.</summary>
    ExternalTimeout,

    /// <summary>504 <c>Endpoint request timed out</c>.</summary>
    EndpointTimeout,

    /// <summary>401 <c>Invalid Request</c>.</summary>
    Unauthorized,

    /// <summary>403 <c>Forbidden</c>.</summary>
    Forbidden,

    /// <summary>409 <c>Session Disconnected</c>.</summary>
    SessionDisconnected,

    /// <summary>422 as an object.</summary>
    InvalidRequest,

    /// <summary>422 with the key in its words, control characters around it.</summary>
    EchoesKey,

    /// <summary>A redirect to an address inside the network.</summary>
    Redirect,

    /// <summary>No answer until the client gives up.</summary>
    HangBeforeHeaders,

    /// <summary>Headers, then silence.</summary>
    HangAfterHeaders,

    /// <summary>Half the picture, then silence.</summary>
    HangInBody,

    /// <summary>Half the picture, then the end of the connection.</summary>
    Truncated,

    /// <summary>Half the picture with a length that says it is whole.</summary>
    CutPicture,

    /// <summary>The connection ends without an answer.</summary>
    Reset,

    /// <summary>A web page with 200 and <c>image/png</c>.</summary>
    Html,

    /// <summary>JSON with 200 and its right type.</summary>
    JsonWithOk,

    /// <summary>Nothing, with 200.</summary>
    Empty,

    /// <summary>A right picture one pixel too wide.</summary>
    WrongSize,

    /// <summary>The other picture format.</summary>
    WrongFormat,

    /// <summary>The right picture as <c>text/html</c>.</summary>
    WrongContentType,

    /// <summary>The right picture as <c>application/octet-stream</c>.</summary>
    GeneralContentType,

    /// <summary>The right picture without a type.</summary>
    NoContentType,

    /// <summary>A picture with one byte changed.</summary>
    BrokenChecksum,

    /// <summary>The right picture, after the time the script gives.</summary>
    Slow,
}

/// <summary>One answer of a script.</summary>
/// <param name="Fault">What happens.</param>
/// <param name="RetryAfter">A <c>Retry-After</c> header's value, or null for none.</param>
/// <param name="Delay">How long <see cref="FakeFault.Slow"/> takes.</param>
public sealed record FakeAnswer(FakeFault Fault, string? RetryAfter = null, TimeSpan Delay = default);
