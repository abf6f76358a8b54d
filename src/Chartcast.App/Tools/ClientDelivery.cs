using System.Globalization;
using System.Text.Json;
using Chartcast.App.Answers;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;

namespace Chartcast.App.Tools;

/// <summary>How a call's answer carries its picture: what the call says, else what the client's configuration says
/// (the query of the address, such as <c>/mcp?delivery=link</c>), else the server's settings.</summary>
internal static class ClientDelivery
{
    private static readonly string[] Names = ["delivery", "maxBytes", "maxEdgePx"];

    /// <summary>Reads it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="usual">The server's settings.</param>
    /// <exception cref="ChartException">A value is wrong; a setting's field begins with a question mark.</exception>
    public static ChartDelivery Of(ToolCall call, ChartDelivery usual) =>
        ChartDelivery.Read(call.Arguments, OfClient(call.Settings, usual));

    private static ChartDelivery OfClient(IReadOnlyDictionary<string, string> settings, ChartDelivery usual)
    {
        string[] given = [.. Names.Where(settings.ContainsKey)];
        if (given.Length == 0) return usual;
        try
        {
            return ChartDelivery.Read(ChartRecordJson.Element(json => Write(json, given, settings)), usual);
        }
        catch (ChartException exception)
        {
            FieldFault[] faults =
                [.. exception.Error.Faults.Select(fault => fault with { Field = "?" + fault.Field })];
            throw new ChartException(exception.Error with
            {
                Message = "The settings of this client are wrong: "
                    + string.Join(' ', faults.Select(fault => $"{fault.Field} {fault.Message}")),
                Faults = faults,
            });
        }
    }

    private static void Write(Utf8JsonWriter json, string[] given, IReadOnlyDictionary<string, string> settings)
    {
        json.WriteStartObject();
        foreach (string name in given)
        {
            string value = settings[name];
            if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
                json.WriteNumber(name, number);
            else json.WriteString(name, value);
        }

        json.WriteEndObject();
    }
}
