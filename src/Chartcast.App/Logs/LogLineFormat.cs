using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chartcast.App.Logs;

/// <summary>How a record becomes a line.</summary>
/// <param name="isJson">JSON for machines instead of text for people.</param>
/// <param name="secrets">What is masked wherever it turns up.</param>
/// <param name="time">The clock.</param>
public sealed class LogLineFormat(bool isJson, IReadOnlyList<string> secrets, TimeProvider time)
{
    private const string Mask = "***";
    private const string OriginalFormat = "{OriginalFormat}";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes one line without its end.</summary>
    /// <param name="record">The record.</param>
    public string Format(LogRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return isJson ? Json(record) : Text(record);
    }

    private string Text(LogRecord record)
    {
        string moment = time.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var line = new StringBuilder($"{moment} {WordOf(record.Level)} {NameOf(record.Category)}: ");
        line.Append(Escaped(Masked(record.Message), keepLines: false));
        // A stack trace is the only thing that takes more than a line, and only where people read it; its later lines
        // are
        // indented, so none of them can pass for a record.
        if (record.Exception is { } exception)
            line.Append('\n').Append("    ").Append(Escaped(Masked(exception.ToString()), keepLines: true));
        return line.ToString();
    }

    private string Json(LogRecord record)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("time"u8, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("level"u8, WordOf(record.Level).TrimEnd());
            json.WriteString("category"u8, record.Category);
            json.WriteString("message"u8, Masked(record.Message));
            foreach ((string name, object? value) in record.Values)
            {
                if (name == OriginalFormat || value is null) continue;
                json.WriteString(
                    JsonNamingPolicy.CamelCase.ConvertName(name),
                    Masked(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
            }

            if (record.Exception is { } exception) json.WriteString("exception"u8, Masked(exception.ToString()));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private string Masked(string text)
    {
        foreach (string secret in secrets) text = text.Replace(secret, Mask, StringComparison.Ordinal);
        return text;
    }

    private static string Escaped(string text, bool keepLines)
    {
        var safe = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (letter == '\n' && keepLines) safe.Append("\n    ");
            else if (letter == '\r' && keepLines) continue;
            else if (CanMislead(letter)) safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else safe.Append(letter);
        }

        return safe.ToString();
    }

    /// <summary>Control characters move a terminal's cursor; format characters turn the text around them.</summary>
    private static bool CanMislead(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    private static string NameOf(string category) => category[(category.LastIndexOf('.') + 1)..];

    private static string WordOf(LogLevel level) => level switch
    {
        LogLevel.Critical => "fatal",
        LogLevel.Error => "error",
        LogLevel.Warning => "warn ",
        LogLevel.Information => "info ",
        LogLevel.Debug => "debug",
        _ => "trace",
    };
}
