using System.Text.Json;
using System.Text.RegularExpressions;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.AdvancedCharts;

namespace Chartcast.App.ChartImgApi;

/// <summary>Words the faults of a body as Chart-IMG does.</summary>
internal static partial class BodyErrors
{
    private const string SymbolText = "must be a valid tradingview EXCHANGE:SYMBOL";
    private const string IntervalText = "must be a supported interval";
    private const string NameText = "must be a supported name";
    private const string ColorText = "must be a valid rgb/rgba color";
    private const int LongestValue = 1_000;

    /// <summary>The faults as field errors.</summary>
    /// <param name="body">The body; undefined when there was none.</param>
    /// <param name="faults">What is wrong; fields are paths in the body.</param>
    public static IReadOnlyList<FieldError> Of(JsonElement body, IEnumerable<FieldFault> faults) =>
        [.. faults.Select(fault => new FieldError(ValueAt(body, fault.Field), TextOf(fault), fault.Field))];

    /// <summary>Chart-IMG's words where they are known; ours, which name the remedy, where they are not.</summary>
    private static string TextOf(FieldFault fault) => fault.Field switch
    {
        "symbol" => SymbolText,
        "interval" => IntervalText,
        _ when NamePath().IsMatch(fault.Field) => NameText,
        _ when fault.Field.Contains("override.", StringComparison.Ordinal)
            && BodyColors.IsColorKey(fault.Field) => ColorText,
        _ => fault.Message,
    };

    private static JsonElement? ValueAt(JsonElement body, string path)
    {
        try
        {
            // The body is gone when the answer is written.
            return BodyPath.Find(body, path) is { } value && value.GetRawText().Length <= LongestValue
                && IsText(value)
                    ? value.Clone()
                    : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no text that could be repeated.
            return null;
        }
    }

    private static bool IsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is not null,
        JsonValueKind.Array => value.EnumerateArray().All(IsText),
        JsonValueKind.Object => value.EnumerateObject().All(static member => IsText(member.Value)),
        _ => true,
    };

    [GeneratedRegex(@"\A(?:studies|drawings)\[\d+\]\.name\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePath();
}
