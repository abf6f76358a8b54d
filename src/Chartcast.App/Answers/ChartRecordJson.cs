using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.App.Failures;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Answers;

/// <summary>A request with all that is known of it as JSON, complete without the picture and never holding its
/// bytes.</summary>
public static class ChartRecordJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes one JSON value.</summary>
    /// <param name="write">Writes exactly one value.</param>
    public static JsonElement Element(Action<Utf8JsonWriter> write)
    {
        using JsonDocument document = JsonDocument.Parse(Bytes(write));
        return document.RootElement.Clone();
    }

    /// <summary>Makes the bytes of one JSON value.</summary>
    /// <param name="write">Writes exactly one value.</param>
    public static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Relaxed)) write(json);
        return buffer.WrittenMemory;
    }

    /// <summary>Writes the whole record as one object.</summary>
    /// <param name="json">Receives it.</param>
    /// <param name="record">The record.</param>
    /// <param name="links">Where the picture can be had.</param>
    /// <param name="warnings">What the reader should know besides the report's own warnings.</param>
    /// <param name="table">The bars and indicator values to add, or null.</param>
    public static void Write(
        Utf8JsonWriter json,
        ChartRecord record,
        PictureLinks? links,
        IReadOnlyList<string>? warnings = null,
        ChartTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(record);
        json.WriteStartObject();
        json.WriteString("requestId"u8, record.RequestId);
        json.WriteString("status"u8, record.Status.WireName());
        if (record.Report is null) WriteAsked(json, record.Request);
        else WriteReport(json, record.Report);
        WriteImage(json, record, links);
        WriteTimes(json, record);
        WriteWarnings(json, record.Report?.Warnings ?? [], warnings ?? []);
        if (record.Error is { } error)
        {
            json.WritePropertyName("error"u8);
            FailureJson.Write(json, Failure.From(error));
        }

        if (table is not null) ChartTableText.Write(json, table);
        json.WriteEndObject();
    }

    /// <summary>Writes the record as one line of a list, without the numbers.</summary>
    public static void WriteSummary(Utf8JsonWriter json, ChartRecord record, PictureLinks links)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(record);
        json.WriteStartObject();
        json.WriteString("requestId"u8, record.RequestId);
        json.WriteString("status"u8, record.Status.WireName());
        WriteAsked(json, record.Request);
        if (record.Report is { } report)
        {
            json.WriteString("provider"u8, report.Provider);
            if (report.AltText is { } altText) json.WriteString("altText"u8, altText);
        }

        WriteImage(json, record, links);
        WriteTimes(json, record);
        if (record.Error is { } error)
        {
            json.WritePropertyName("error"u8);
            FailureJson.Write(json, Failure.From(error));
        }

        json.WriteEndObject();
    }

    /// <summary>Writes numbers that belong to no request.</summary>
    /// <param name="json">Receives one object.</param>
    /// <param name="numbers">The numbers.</param>
    public static void WriteNumbers(Utf8JsonWriter json, ChartNumbers numbers)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(numbers);
        json.WriteStartObject();
        WriteReport(json, numbers.Report);
        WriteWarnings(json, numbers.Report.Warnings);
        ChartTableText.Write(json, numbers.Table);
        json.WriteEndObject();
    }

    private static void WriteAsked(Utf8JsonWriter json, ChartRequest request)
    {
        json.WriteString("symbol"u8, request.Symbol.ToString());
        json.WriteString("interval"u8, request.Interval.ToString());
        json.WriteString("chartType"u8, request.Sheet is null ? request.Style.WireName() : "sheet");
    }

    private static void WriteReport(Utf8JsonWriter json, ChartReport report)
    {
        JsonElement element = JsonSerializer.SerializeToElement(report, AnswerJson.Default.ChartReport);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            // Written later, together with those of the answer.
            if (!property.NameEquals("warnings"u8)) property.WriteTo(json);
        }
    }

    private static void WriteImage(Utf8JsonWriter json, ChartRecord record, PictureLinks? links)
    {
        if (record.Image is not { } image) return;
        json.WriteStartObject("image"u8);
        json.WriteString("mimeType"u8, ChartImage.MimeTypeOf(image.Format));
        json.WriteNumber("widthPx"u8, image.WidthPx);
        json.WriteNumber("heightPx"u8, image.HeightPx);
        json.WriteNumber("bytes"u8, image.Bytes);
        json.WriteString("sha256"u8, image.Sha256);
        if (links?.Picture(record.RequestId, image.Format) is { } url) json.WriteString("url"u8, url);
        json.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter json, ChartRecord record)
    {
        json.WriteString("createdAt"u8, record.CreatedAt.UtcDateTime);
        if (record.FinishedAt is { } finished) json.WriteString("finishedAt"u8, finished.UtcDateTime);
        if (record.ProcessingTimeMs is { } milliseconds) json.WriteNumber("processingTimeMs"u8, milliseconds);
    }

    private static void WriteWarnings(Utf8JsonWriter json, params ReadOnlySpan<IReadOnlyList<string>> lists)
    {
        json.WriteStartArray("warnings"u8);
        foreach (IReadOnlyList<string> list in lists)
        {
            foreach (string warning in list) json.WriteStringValue(warning);
        }

        json.WriteEndArray();
    }
}
