using System.Globalization;
using System.Text;
using Chartcast.App.Answers;
using Chartcast.App.Engines;
using Chartcast.App.Failures;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>The words of every failed tool call.</summary>
internal static class ToolErrors
{
    /// <summary>A failure as a model reads it: a text it can act on, and the same as data.</summary>
    public static CallToolResult Answer(Failure failure) => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = TextOf(failure) }],
        StructuredContent = ChartRecordJson.Element(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("error"u8);
            FailureJson.Write(json, failure);
            json.WriteEndObject();
        }),
    };

    /// <summary>A request that ended without a picture; its record stays readable by its id.</summary>
    public static CallToolResult Answer(ChartRecord record, PictureLinks links)
    {
        Failure failure = record.Error is { } error ? Failure.From(error) : Unfinished;
        ChartRecord told = record.Error is not null ? record : record with { Error = UnfinishedError };
        return new CallToolResult
        {
            IsError = true,
            Content = [new TextContentBlock { Text = $"{TextOf(failure)}\nRequest {record.RequestId}." }],
            StructuredContent = ChartRecordJson.Element(json => ChartRecordJson.Write(json, told, links)),
        };
    }

    /// <summary>Arguments that do not fit a tool's schema.</summary>
    public static Failure WrongArguments(string tool, IReadOnlyList<ArgumentFault> faults)
    {
        FieldFault[] fields = [.. faults.Select(
            fault => new FieldFault(fault.Field.Length == 0 ? "arguments" : fault.Field, fault.Message))];
        string all = string.Join(" ", fields.Select(fault => $"{fault.Field} {fault.Message}"));
        return new Failure(ChartErrorCode.InvalidArgument.WireName(), $"The arguments of {tool} are not valid: {all}")
        {
            Faults = fields,
        };
    }

    private static ChartError UnfinishedError { get; } = new()
    {
        Code = ChartErrorCode.Interrupted,
        Message = "The server stops before this chart is done; it goes on after the restart: "
            + "ask get_chart_status with the request id.",
    };

    private static Failure Unfinished { get; } = Failure.From(UnfinishedError);

    private static string TextOf(Failure failure)
    {
        var text = new StringBuilder($"{failure.Code}: {ChartText.OneLine(failure.Message)}");
        foreach (FieldFault fault in failure.Faults)
            text.Append(CultureInfo.InvariantCulture, $"\n- {ChartText.OneLine($"{fault.Field}: {fault.Message}")}");
        if (failure.Upstream is { } words)
            text.Append(CultureInfo.InvariantCulture, $"\nThe chart service said: {ChartText.OneLine(words)}");
        if (failure.Suggestions.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nDid you mean: {string.Join(", ", failure.Suggestions)}?");
        if (failure.RetryAfterSeconds is { } seconds)
            text.Append(CultureInfo.InvariantCulture, $"\nTry again after {seconds} s.");
        else if (failure.Retryable) text.Append("\nThe same request may succeed later.");
        return text.ToString();
    }
}
