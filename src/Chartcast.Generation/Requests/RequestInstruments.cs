using System.Diagnostics.Metrics;

namespace Chartcast.Generation.Requests;

/// <summary>Counts how requests end, and how long they take.</summary>
internal sealed class RequestInstruments
{
    private const string Nobody = "none";

    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries =
            [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    };

    private readonly Counter<long> _requests;
    private readonly Histogram<double> _duration;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meter">Their meter.</param>
    /// <param name="waiting">How many charts wait for a worker.</param>
    /// <param name="unfinished">How many requests are unfinished.</param>
    public RequestInstruments(Meter meter, Func<int> waiting, Func<int> unfinished)
    {
        _requests = meter.CreateCounter<long>(
            "chartcast.chart.requests", "{request}",
            "Requests that ended (completed, failed, cancelled), or were not taken (refused).");
        _duration = meter.CreateHistogram(
            "chartcast.chart.duration", "s",
            "From asking to the end; since the start of the server for requests found unfinished.", null, Durations);
        meter.CreateObservableGauge(
            "chartcast.chart.requests.waiting", waiting, "{chart}", "Charts that wait for a worker.");
        meter.CreateObservableGauge(
            "chartcast.chart.requests.unfinished", unfinished, "{request}", "Requests that have not ended.");
    }

    /// <summary>A request has ended.</summary>
    /// <param name="end">Its final record.</param>
    /// <param name="provider">Who was to draw; null when it ended before that was settled.</param>
    /// <param name="took">How long it took.</param>
    public void Ended(ChartRecord end, string? provider, TimeSpan took)
    {
        string drawer = end.Report?.Provider ?? provider ?? Nobody;
        string outcome = end.Status.WireName();
        Count(outcome, drawer, end.Status == ChartStatus.Failed ? end.Error?.Code : null);
        _duration.Record(took.TotalSeconds, new("outcome", outcome), new("provider", drawer));
    }

    /// <summary>A request that the last process began has failed with its end.</summary>
    public void Interrupted() => Count(ChartStatus.Failed.WireName(), Nobody, ChartErrorCode.Interrupted);

    /// <summary>A request was not taken.</summary>
    public void Refused(ChartErrorCode why) => Count("refused", Nobody, why);

    private void Count(string outcome, string provider, ChartErrorCode? error)
    {
        if (error is { } code)
            _requests.Add(1, new("outcome", outcome), new("provider", provider), new("error.type", code.WireName()));
        else _requests.Add(1, new("outcome", outcome), new("provider", provider));
    }
}
