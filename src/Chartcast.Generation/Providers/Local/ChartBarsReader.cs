using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Providers.Local;

/// <summary>Reads all bars a chart needs: its own, those of symbols it compares, and those that studies read
/// besides.</summary>
/// <param name="feeds">The feeds that bars are read from.</param>
/// <param name="intervals">Tells where the newest bars are.</param>
internal sealed class ChartBarsReader(FeedChoice feeds, OfferedIntervals intervals)
{
    /// <summary>Reads the bars of one chart.</summary>
    /// <exception cref="ChartException">There are no such bars, for a reason the caller should know.</exception>
    public async Task<(MarketDataResult Data, ChartBars Bars)> ReadAsync(
        ChartRequest request, CancellationToken cancellationToken)
    {
        MarketDataQuery query = await QueryOfAsync(request, cancellationToken).ConfigureAwait(false);
        MarketDataResult data = await feeds.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Symbol> symbols = request.Appearance.Compared;
        var compared = new OtherBars[symbols.Count];
        for (int i = 0; i < compared.Length; i++)
        {
            string field = FormattableString.Invariant($"{ChartArguments.Compare}[{i}]");
            compared[i] = await ReadOtherAsync(ComparedQuery(query, symbols[i], data), field, cancellationToken)
                .ConfigureAwait(false);
        }

        IReadOnlyList<(Symbol Symbol, string Field)> studied = StudySymbols.Of(request);
        var ofStudies = new OtherBars[studied.Count];
        for (int i = 0; i < ofStudies.Length; i++)
        {
            (Symbol symbol, string field) = studied[i];
            ofStudies[i] = await ReadOtherAsync(StudiedQuery(query, symbol, data), field, cancellationToken)
                .ConfigureAwait(false);
        }

        data = Joined(data, compared, ofStudies);
        return (data, new ChartBars(
            data.Series, data.FirstVisible, data.PriceDecimals, data.Source, data.Description)
        {
            Compared = Array.ConvertAll(compared, static other => other.Series),
            StudySeries = Array.ConvertAll(ofStudies, static other => other.Series),
        });
    }

    /// <summary>What a chart says of its bars when it shows those of other symbols too: made-up bars among them make it
    /// a chart of sample data.</summary>
    private static MarketDataResult Joined(MarketDataResult data, OtherBars[] compared, OtherBars[] ofStudies)
    {
        OtherBars[] others = [.. compared, .. ofStudies];
        if (others.Length == 0) return data;
        return data with
        {
            Source = Array.Exists(others, static other => other.Data.Source.Sample)
                ? JoinedSource.Of([data, .. others.Select(static other => other.Data)])
                : data.Source,
            Compared = Array.ConvertAll(compared, static other => other.Data),
            Warnings =
            [
                .. data.Warnings,
                .. others.SelectMany(static other => other.Data.Warnings.Select(text => $"{other.Symbol}: {text}"))
                    .Distinct(),
            ],
        };
    }

    private async Task<OtherBars> ReadOtherAsync(
        MarketDataQuery query, string field, CancellationToken cancellationToken)
    {
        try
        {
            return new OtherBars(query.Symbol, await feeds.ReadAsync(query, cancellationToken).ConfigureAwait(false));
        }
        catch (ChartException exception)
        {
            // The symbol itself is fine; what is compared with it is not.
            throw new ChartException(exception.Error with
            {
                Message = $"{field}: {exception.Error.Message}",
                Faults = [new FieldFault(field, exception.Error.Message)],
            });
        }
    }

    /// <summary>The bars of another symbol over the time that is shown.</summary>
    private static MarketDataQuery ComparedQuery(MarketDataQuery query, Symbol symbol, MarketDataResult data) =>
        OtherQuery(query, symbol, data.Series, data.FirstVisible);

    /// <summary>The bars of another symbol over the warm-up and the time that is shown, and the one before
    /// them.</summary>
    private static MarketDataQuery StudiedQuery(MarketDataQuery query, Symbol symbol, MarketDataResult data) =>
        OtherQuery(query, symbol, data.Series, 0) with { WarmUpBars = 1 };

    private static MarketDataQuery OtherQuery(MarketDataQuery query, Symbol symbol, BarSeries series, int first) =>
        query with
        {
            Symbol = symbol,
            Count = null,
            WarmUpBars = 0,
            ShiftLeftBars = 0,
            From = DateTimeOffset.FromUnixTimeMilliseconds(series.OpenTimesMs[first]),
            To = DateTimeOffset.FromUnixTimeMilliseconds(series.OpenTimesMs[^1]),
        };

    private async ValueTask<MarketDataQuery> QueryOfAsync(ChartRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset? from = request.From;
        if (request.Range is { } range)
        {
            DateTimeOffset newest = await intervals.NewestAsync(request, cancellationToken).ConfigureAwait(false);
            from = ChartRange.StartOf(range, newest, Zone(request));
        }

        // A range that begins somewhere is shown whole; otherwise as many bars as look good.
        int? count = request.BarCount;
        if (count is null && from is null && request.Range is null)
            count = ChartComposer.DefaultBarCount(request.WidthPx, request.Style);
        return new MarketDataQuery(
            request.Symbol, request.Interval, count, ChartComposer.WarmUpBars(request.Studies, request.Interval), from,
            request.To)
        {
            AssumedZone = TimeZoneInfo.FindSystemTimeZoneById(request.TimeZoneId),
            Session = request.Session,
            ShiftLeftBars = request.Appearance.ShiftLeftBars,
        };
    }

    // Daily and longer bars are dates, kept as midnight UTC.
    private static TimeZoneInfo Zone(ChartRequest request) =>
        request.Interval.IsIntraday ? TimeZoneInfo.FindSystemTimeZoneById(request.TimeZoneId) : TimeZoneInfo.Utc;

    private sealed record OtherBars(Symbol Symbol, MarketDataResult Data)
    {
        public ComparedSeries Series => new(Symbol.ToString(), Data.Series, Data.PriceDecimals);
    }
}
