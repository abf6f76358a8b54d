using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Failures;

/// <summary>A failure as JSON: <c>{code, message, retryable, retryAfterSeconds?, suggestions, faults,
/// upstream?}</c>.</summary>
public static class FailureJson
{
    /// <summary>Writes a failure as one JSON object.</summary>
    /// <param name="json">Receives it.</param>
    /// <param name="failure">The failure.</param>
    public static void Write(Utf8JsonWriter json, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(failure);
        json.WriteStartObject();
        json.WriteString("code"u8, failure.Code);
        json.WriteString("message"u8, failure.Message);
        json.WriteBoolean("retryable"u8, failure.Retryable);
        if (failure.RetryAfterSeconds is { } seconds) json.WriteNumber("retryAfterSeconds"u8, seconds);
        json.WriteStartArray("suggestions"u8);
        foreach (string suggestion in failure.Suggestions) json.WriteStringValue(suggestion);
        json.WriteEndArray();
        json.WritePropertyName("faults"u8);
        WriteFaults(json, failure.Faults);
        if (failure.Upstream is { } upstream) json.WriteString("upstream"u8, upstream);
        json.WriteEndObject();
    }

    /// <summary>Writes faults as <c>[{field, message}]</c>.</summary>
    public static void WriteFaults(Utf8JsonWriter json, IEnumerable<FieldFault> faults)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(faults);
        json.WriteStartArray();
        foreach (FieldFault fault in faults)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, fault.Field);
            json.WriteString("message"u8, fault.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="element">The object.</param>
    /// <returns>The failure.</returns>
    public static Failure Read(JsonElement element) =>
        new(element.GetProperty("code"u8).GetString() ?? "", element.GetProperty("message"u8).GetString() ?? "")
        {
            Retryable = element.GetProperty("retryable"u8).GetBoolean(),
            RetryAfterSeconds =
                element.TryGetProperty("retryAfterSeconds"u8, out JsonElement wait) ? wait.GetInt32() : null,
            Suggestions =
                [.. element.GetProperty("suggestions"u8).EnumerateArray().Select(text => text.GetString() ?? "")],
            Faults = [.. element.GetProperty("faults"u8).EnumerateArray().Select(fault => new FieldFault(
                fault.GetProperty("field"u8).GetString() ?? "", fault.GetProperty("message"u8).GetString() ?? ""))],
            Upstream = element.TryGetProperty("upstream"u8, out JsonElement upstream) ? upstream.GetString() : null,
        };
}
