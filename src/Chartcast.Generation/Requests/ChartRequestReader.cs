using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;

namespace Chartcast.Generation.Requests;

/// <summary>Reads the arguments of <c>generate_chart</c>, the same behind every front door.</summary>
/// <remarks>Nothing is ignored: unknown arguments, wrong values and what this version does not do are refused, all of
/// them
/// in one error that names fields and remedies. <see cref="ChartRequestSchema.Arguments"/> says the same as a
/// schema.</remarks>
public static class ChartRequestReader
{
    /// <summary>Largest arguments, in bytes of compact JSON.</summary>
    public const int MaximumArgumentsBytes = 65_536;

    /// <summary>Reads and checks a request.</summary>
    /// <param name="arguments">A JSON object from anyone; <c>delivery</c>, <c>maxBytes</c>, <c>maxEdgePx</c>,
    /// <c>wait</c> and
    /// <c>dryRun</c> are checked and left to <see cref="ChartDelivery"/>.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with every fault.</exception>
    public static ChartRequest Read(JsonElement arguments)
    {
        try
        {
            var reader = new ArgumentReader(arguments);
            reader.RefuseUnknown(ChartArguments.All);
            ChartRequest request = ReadWhole(reader);
            _ = ChartDelivery.Read(reader);
            reader.ThrowIfFaulty();
            return request with { ArgumentsJson = Canonical(arguments) };
        }
        catch (InvalidOperationException exception)
        {
            // The JSON reader's way to say that a string holds bytes or escapes that are no text, such as a lone
            // surrogate.
            throw BrokenTextError.In(arguments, exception);
        }
    }

    /// <summary>Reads what is to be drawn; what is wrong is among the reader's faults.</summary>
    internal static ChartRequest ReadWhole(ArgumentReader reader)
    {
        ArgumentReader written = MiniArgument.Expand(reader);
        ChartRequest request = ReadAll(written);
        if (written != reader) request = MiniArgument.Complete(request);
        RefuseImpossible(request, reader);
        return request;
    }

    /// <summary>The canonical text of arguments that are no longer than allowed.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/>: they are longer.</exception>
    internal static string Canonical(JsonElement arguments)
    {
        string json = CanonicalJson.Write(arguments);
        if (json.Length <= MaximumArgumentsBytes) return json;
        throw new ChartException(
            ChartErrorCode.InvalidArgument, $"The arguments are longer than {MaximumArgumentsBytes} bytes.");
    }

    private static ChartRequest ReadAll(ArgumentReader reader)
    {
        var defaults = new ChartRequest { Symbol = default };
        (string? range, DateTimeOffset? from, DateTimeOffset? to) = RangeArgument.Read(reader);
        return new ChartRequest
        {
            Symbol = ReadSymbol(reader),
            Interval = IntervalArgument.Read(reader),
            Style = ReadStyle(reader),
            WidthPx = ReadSize(reader, ChartArguments.Width) ?? defaults.WidthPx,
            HeightPx = ReadSize(reader, ChartArguments.Height) ?? defaults.HeightPx,
            PixelRatio = reader.WholeNumber(ChartArguments.PixelRatio, 1, ChartArguments.MaximumPixelRatio)
                ?? defaults.PixelRatio,
            Theme = reader.Word(ChartArguments.Theme, ChartArguments.Themes, defaults.Theme),
            TimeZoneId = TimeZoneArgument.Read(reader) ?? defaults.TimeZoneId,
            Session = ReadSession(reader),
            BarCount = reader.WholeNumber(ChartArguments.Bars, 1, ChartArguments.MaximumBars),
            Range = range,
            From = from,
            To = to,
            ShowVolume = reader.Switch(ChartArguments.ShowVolume, defaults.ShowVolume),
            ShowGrid = reader.Switch(ChartArguments.ShowGrid, defaults.ShowGrid),
            Studies = ReadStudies(reader),
            Appearance = AppearanceArguments.Read(reader),
            Format = ReadFormat(reader),
            Provider = ReadProvider(reader),
            AllowClamp = reader.Switch(ChartArguments.AllowClamp, defaults.AllowClamp),
            Layout = LayoutArgument.Read(reader),
            IsStoredAtProvider = reader.Switch(ChartArguments.Store, defaults.IsStoredAtProvider),
        };
    }

    private static Symbol ReadSymbol(ArgumentReader reader)
    {
        if (!reader.TryGet(ChartArguments.Symbol, out _))
        {
            reader.Add(ChartArguments.Symbol, "is missing: write EXCHANGE:SYMBOL, such as NASDAQ:AAPL or DEMO:BTC.");
            return default;
        }

        string? text = reader.Text(ChartArguments.Symbol);
        if (text is null) return default;
        if (Symbol.TryParse(text, out Symbol symbol, out string? fault)) return symbol;
        reader.Add(ChartArguments.Symbol, text.Length == 0 ? fault : $"{ShownText.Of(text)} {fault}");
        return default;
    }

    private static ChartStyle ReadStyle(ArgumentReader reader)
    {
        ChartStyle style = ChartStyle.Candlestick;
        string? text = reader.Text(ChartArguments.ChartType);
        if (text is not null && !ChartStyles.TryParse(text, out style))
            reader.Faults.Add(ChartStyles.Fault(ChartArguments.ChartType, text));
        return style;
    }

    private static TradingSession? ReadSession(ArgumentReader reader) =>
        reader.TryGet(ChartArguments.Session, out _)
            ? reader.Word(ChartArguments.Session, ChartArguments.Sessions, "regular") == "extended"
                ? TradingSession.Extended
                : TradingSession.Regular
            : null;

    private static int? ReadSize(ArgumentReader reader, string name) =>
        reader.WholeNumber(name, ChartRequest.MinimumSizePx, ChartRequest.MaximumSizePx);

    private static List<StudySpec> ReadStudies(ArgumentReader reader)
    {
        if (!reader.TryGet(ChartArguments.Indicators, out JsonElement list)) return [];
        if (list.ValueKind != JsonValueKind.Array)
        {
            reader.Add(ChartArguments.Indicators, $"must be a list, not {ShownText.Of(list)}.");
            return [];
        }

        int count = list.GetArrayLength();
        if (count > ChartRequest.MaximumStudies)
        {
            reader.Add(
                ChartArguments.Indicators,
                $"has {count} indicators; a chart takes at most {ChartRequest.MaximumStudies}.");
            return [];
        }

        var studies = new List<StudySpec>(count);
        int index = 0;
        foreach (JsonElement element in list.EnumerateArray())
        {
            string field = $"{ChartArguments.Indicators}[{index++}]";
            if (StudySpecReader.Read(element, field, reader.Faults) is { } study
                && StudySymbols.Read(study, element, field, reader.Faults) is { } whole)
                studies.Add(whole);
        }

        return studies;
    }

    private static ImageFormat ReadFormat(ArgumentReader reader) =>
        reader.Word(ChartArguments.Format, ChartArguments.Formats, "png") switch
        {
            "svg" => ImageFormat.Svg,
            "jpeg" => ImageFormat.Jpeg,
            "webp" => ImageFormat.Webp,
            _ => ImageFormat.Png,
        };

    private static ProviderPreference ReadProvider(ArgumentReader reader) =>
        reader.Word(ChartArguments.Provider, ChartArguments.Providers, "auto") switch
        {
            "chart-img" => ProviderPreference.ChartImg,
            "local" => ProviderPreference.Local,
            _ => ProviderPreference.Auto,
        };

    // Arguments that are each right, and together are not.
    private static void RefuseImpossible(ChartRequest request, ArgumentReader reader)
    {
        bool isFile = request.Symbol.LocalExchange is not null;
        if (request.Provider == ProviderPreference.ChartImg && request.Format is ImageFormat.Svg or ImageFormat.Webp)
        {
            string format = request.Format == ImageFormat.Svg ? "svg" : "webp";
            reader.Add(
                ChartArguments.Format, $"{format} is not made by Chart-IMG: use png or jpeg, or provider local.");
        }

        RefuseLocal(request, reader);
        if (request.Provider == ProviderPreference.ChartImg && isFile)
        {
            reader.Add(
                ChartArguments.Provider,
                $"chart-img does not know symbols of {request.Symbol.LocalExchange}: use local.");
        }
    }

    // What Chart-IMG alone can do.
    private static void RefuseLocal(ChartRequest request, ArgumentReader reader)
    {
        bool isLocal = request.Provider == ProviderPreference.Local
            || request.Format is ImageFormat.Svg or ImageFormat.Webp || request.Symbol.LocalExchange is not null;
        if (!isLocal) return;
        const string Why = "is done by Chart-IMG alone: leave it out, or use provider chart-img with png or jpeg and a "
            + "symbol of TradingView.";
        if (request.Layout is not null) reader.Add(ChartArguments.Layout, Why);
        if (request.IsStoredAtProvider) reader.Add(ChartArguments.Store, Why);
    }
}
