using System.Globalization;
using System.Text.Json;
using Chartcast.App.Failures;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;

namespace Chartcast.App.Guide;

/// <summary>The words of every error of the plain endpoints.</summary>
internal static class GuideErrors
{
    // JSON-RPC 2.0, section 5.1.
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int InvalidParams = -32602;
    private const int InternalError = -32603;

    private const int LongestShown = 80;

    public static GuideException NotJson(string why) =>
        new(StatusCodes.Status400BadRequest, ParseError, $"Parse error: {why}");

    public static GuideException TooLarge(int maximumBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, InvalidRequest, string.Create(
            CultureInfo.InvariantCulture, $"Invalid Request: the body is larger than {maximumBytes} bytes."));

    public static GuideException Unreadable(int status) =>
        new(status, InvalidRequest, status == StatusCodes.Status408RequestTimeout
            ? "Invalid Request: the body came too slowly; send it at once."
            : "Invalid Request: the body could not be read to its end; send it again.");

    public static GuideException WrongContentType() =>
        new(StatusCodes.Status415UnsupportedMediaType, InvalidRequest,
            "Invalid Request: send the body with Content-Type: application/json.");

    public static GuideException Compressed() =>
        new(StatusCodes.Status415UnsupportedMediaType, InvalidRequest,
            "Invalid Request: send the body without Content-Encoding.");

    public static GuideException Invalid(string why, JsonElement? id = null) =>
        new(StatusCodes.Status400BadRequest, InvalidRequest, $"Invalid Request: {why}") { Id = id };

    public static GuideException NotAllowed(JsonElement id, string why) =>
        new(StatusCodes.Status403Forbidden, InvalidRequest, $"Invalid Request: {why}") { Id = id };

    public static GuideException WrongParams(JsonElement id, params IReadOnlyList<FieldFault> faults) =>
        new(StatusCodes.Status200OK, InvalidParams, "Invalid params: "
            + string.Join(" ", faults.Select(fault => $"{fault.Field} {fault.Message}"))) { Id = id, Faults = faults };

    public static GuideException WrongArguments(JsonElement id, Failure failure) =>
        new(StatusCodes.Status200OK, InvalidParams, $"Invalid params: {failure.Message}")
        {
            Id = id,
            Faults = failure.Faults,
            Suggestions = failure.Suggestions,
        };

    public static GuideException UnknownTool(JsonElement id, string name, ToolCatalog tools)
    {
        IReadOnlyList<string> nearest = tools.Nearest(name);
        string offered = string.Join(", ", tools.Tools.Select(tool => tool.Name));
        string hint = nearest.Count > 0 ? $"did you mean {string.Join(" or ", nearest)}?" : $"there are {offered}.";
        return new GuideException(
            StatusCodes.Status200OK, InvalidParams, $"Invalid params: unknown tool '{Shown(name)}'; {hint}")
        {
            Id = id,
            Suggestions = nearest,
            Faults = [new FieldFault("name", $"'{Shown(name)}' is none of {offered}.")],
        };
    }

    public static GuideException ToolFailed(JsonElement id, string what, string words) =>
        new(StatusCodes.Status200OK, InternalError, $"Tool execution error: {what}") { Id = id, Words = words };

    public static GuideException Broken(JsonElement? id, string incident) =>
        new(StatusCodes.Status500InternalServerError, InternalError, "Internal error")
        {
            Id = id,
            Words = $"Something went wrong in the server; its log has it as {incident}.",
        };

    /// <summary>Text of a stranger, cut and without what is invisible.</summary>
    public static string Shown(string text)
    {
        string cut = text.Length > LongestShown ? text[..LongestShown] + "…" : text;
        return string.Concat(cut.Select(letter => CharUnicodeInfo.GetUnicodeCategory(letter)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate ? '�' : letter));
    }

    public static void Write(Utf8JsonWriter json, GuideException error)
    {
        json.WriteStartObject();
        json.WriteString("jsonrpc"u8, "2.0"u8);
        json.WritePropertyName("id"u8);
        if (error.Id is { } id) id.WriteTo(json);
        else json.WriteNullValue();
        json.WriteStartObject("error"u8);
        json.WriteNumber("code"u8, error.Code);
        json.WriteString("message"u8, error.Message);
        WriteData(json, error);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, GuideException error)
    {
        if (error.Words is { } words)
        {
            json.WriteString("data"u8, words);
        }
        else if (error.Faults.Count > 0 || error.Suggestions.Count > 0)
        {
            json.WriteStartObject("data"u8);
            json.WritePropertyName("faults"u8);
            FailureJson.WriteFaults(json, error.Faults);
            json.WriteStartArray("suggestions"u8);
            foreach (string suggestion in error.Suggestions) json.WriteStringValue(suggestion);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
