using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chartcast.App.ChartImgApi;

/// <summary>Writes answers in the shapes of Chart-IMG.</summary>
internal static class ApiAnswers
{
    /// <summary>The id of the chart behind a picture; its numbers and warnings are at
    /// <c>/charts/{id}.json</c>.</summary>
    public const string RequestHeader = "X-Chartcast-Request";

    /// <summary>The feed whose bars a picture shows; <c>sample</c> for made-up ones.</summary>
    public const string SourceHeader = "X-Chartcast-Source";

    // Answers are application/json and never embedded in HTML.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with a picture.</summary>
    public static Task WriteImageAsync(HttpContext context, DrawnChart chart)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers[RequestHeader] = chart.Record.RequestId;
        headers[SourceHeader] = chart.Record.Report?.Source?.Feed ?? chart.Record.Report?.Provider;
        return WriteBytesAsync(context, StatusCodes.Status200OK, chart.Image.MimeType, chart.Image.Bytes);
    }

    /// <summary>Answers with an error.</summary>
    public static Task WriteErrorAsync(HttpContext context, ApiVersion version, ApiError error)
    {
        if (error.RetryAfterSeconds is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteJsonAsync(context, error.Status, json => Write(json, version, error));
    }

    /// <summary>Answers with JSON.</summary>
    public static Task WriteJsonAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(body, Relaxed)) write(json);
        return WriteBytesAsync(context, status, "application/json; charset=utf-8", body.WrittenMemory);
    }

    /// <summary>Answers with a whole body.</summary>
    public static async Task WriteBytesAsync(
        HttpContext context, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        HttpResponse response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>A moment as Chart-IMG writes it: UTC with milliseconds.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A text as a JSON value.</summary>
    public static JsonElement Element(string text)
    {
        var bytes = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(bytes)) json.WriteStringValue(text);
        return JsonElement.Parse(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, ApiVersion version, ApiError error)
    {
        if (error.Fields.Count > 0)
        {
            if (version == ApiVersion.V1) json.WriteStartObject();
            if (version == ApiVersion.V1) json.WritePropertyName("errors"u8);
            WriteFields(json, error.Fields, version == ApiVersion.V1 ? "query" : "body");
            if (version == ApiVersion.V1) json.WriteEndObject();
            return;
        }

        json.WriteStartObject();
        if (version == ApiVersion.V1 && error.V1Message is { } words) json.WriteString("error"u8, words);
        else json.WriteString("message"u8, error.Message);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<FieldError> fields, string location)
    {
        json.WriteStartArray();
        foreach (FieldError field in fields)
        {
            json.WriteStartObject();
            if (field.Value is { } value)
            {
                json.WritePropertyName("value"u8);
                value.WriteTo(json);
            }

            json.WriteString("msg"u8, field.Message);
            json.WriteString("param"u8, field.Param);
            json.WriteString("location"u8, location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
