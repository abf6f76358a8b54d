using System.Text.Json;
using Chartcast.Charting.Specs;

namespace Chartcast.Generation.Requests;

/// <summary>The arguments of a question for numbers alone: those of a chart that decide about numbers.</summary>
public static class MarketDataArguments
{
    private static readonly string[] Known =
    [
        ChartArguments.Symbol, ChartArguments.Interval, ChartArguments.Session, ChartArguments.TimeZone,
        ChartArguments.Range, ChartArguments.Bars, ChartArguments.Indicators,
    ];

    /// <summary>The JSON Schema (2020-12) of the arguments object.</summary>
    public static JsonElement Schema { get; } = ChartRequestSchema.Only(Known);

    /// <summary>Reads and checks a question; it is answered by the local engine.</summary>
    /// <param name="arguments">A JSON object from anyone.</param>
    /// <param name="defaultBars">How many bars when neither <c>bars</c> nor <c>range</c> is given.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with every fault.</exception>
    public static ChartRequest Read(JsonElement arguments, int defaultBars)
    {
        RefusePicture(arguments);
        ChartRequest request = ChartRequestReader.Read(arguments) with { Provider = ProviderPreference.Local };
        bool isOpen = request is { BarCount: null, Range: null, From: null };
        return isOpen ? request with { BarCount = defaultBars } : request;
    }

    private static void RefusePicture(JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object) return;
        var reader = new ArgumentReader(arguments);
        foreach (JsonProperty member in arguments.EnumerateObject())
        {
            bool isOfPicture = ChartArguments.All.Contains(member.Name, StringComparer.Ordinal)
                && !Known.Contains(member.Name, StringComparer.Ordinal);
            if (!isOfPicture) continue;
            reader.Add(
                ShownText.AsPathPart(member.Name), "is about pictures: leave it out, or ask generate_chart.");
        }

        reader.ThrowIfFaulty();
    }
}
