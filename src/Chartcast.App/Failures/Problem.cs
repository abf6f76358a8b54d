using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chartcast.Generation.Requests;
using Microsoft.AspNetCore.WebUtilities;

namespace Chartcast.App.Failures;

/// <summary>Failures of plain HTTP routes as problem details (RFC 9457).</summary>
public static class Problem
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The HTTP status that tells a failure best.</summary>
    /// <param name="code">The error's code.</param>
    public static int StatusOf(ChartErrorCode code) => code switch
    {
        ChartErrorCode.InvalidArgument => StatusCodes.Status400BadRequest,
        ChartErrorCode.UnknownSymbol or ChartErrorCode.NoData or ChartErrorCode.IntervalUnavailable
            or ChartErrorCode.UnknownRequest => StatusCodes.Status404NotFound,
        ChartErrorCode.Busy or ChartErrorCode.StorageUnavailable or ChartErrorCode.ProviderUnavailable
            => StatusCodes.Status503ServiceUnavailable,
        ChartErrorCode.Timeout or ChartErrorCode.UpstreamTimeout => StatusCodes.Status504GatewayTimeout,
        ChartErrorCode.UpstreamFailed or ChartErrorCode.UpstreamBadImage or ChartErrorCode.UpstreamRefused
            or ChartErrorCode.UpstreamUnauthorized or ChartErrorCode.UpstreamQuotaExhausted
            or ChartErrorCode.UpstreamRateLimited => StatusCodes.Status502BadGateway,
        ChartErrorCode.Cancelled or ChartErrorCode.Interrupted => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Answers with a failure.</summary>
    /// <param name="context">The request; its answer has not started.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="failure">What went wrong.</param>
    public static async Task WriteAsync(HttpContext context, int status, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(failure);
        if (failure.RetryAfterSeconds is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await WriteAsync(context, status, "application/problem+json", json => Write(json, status, failure));
    }

    /// <summary>Answers a path that speaks JSON-RPC with an error without an id.</summary>
    /// <param name="context">The request; its answer has not started.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="failure">What went wrong.</param>
    public static Task WriteJsonRpcAsync(HttpContext context, int status, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(failure);
        return WriteAsync(context, status, "application/json; charset=utf-8", json =>
        {
            const int InvalidRequest = -32600;
            json.WriteStartObject();
            json.WriteString("jsonrpc"u8, "2.0"u8);
            json.WriteNull("id"u8);
            json.WriteStartObject("error"u8);
            json.WriteNumber("code"u8, InvalidRequest);
            json.WriteString("message"u8, "Invalid Request: " + failure.Message);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static async Task WriteAsync(
        HttpContext context, int status, string contentType, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(body, Relaxed)) write(json);
        HttpResponse response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.WrittenCount;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, int status, Failure failure)
    {
        json.WriteStartObject();
        json.WriteString("title"u8, ReasonPhrases.GetReasonPhrase(status));
        json.WriteNumber("status"u8, status);
        json.WriteString("detail"u8, failure.Message);
        json.WriteString("code"u8, failure.Code);
        json.WriteBoolean("retryable"u8, failure.Retryable);
        json.WritePropertyName("faults"u8);
        FailureJson.WriteFaults(json, failure.Faults);
        json.WriteStartArray("suggestions"u8);
        foreach (string suggestion in failure.Suggestions) json.WriteStringValue(suggestion);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
