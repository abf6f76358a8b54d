using System.Diagnostics;
using System.Diagnostics.Metrics;
using Chartcast.Generation.Requests;
using Polly.CircuitBreaker;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Counts what is asked of Chart-IMG, and what is not because it is kept.</summary>
internal sealed class ChartImgInstruments
{
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _lookups;
    private readonly Lock _gate = new();
    private readonly List<(string Endpoint, CircuitBreakerStateProvider State)> _circuits = [];
    private TimeSpan _waited;

    /// <summary>Makes the instruments.</summary>
    public ChartImgInstruments(Meter meter)
    {
        _attempts = meter.CreateCounter<long>(
            "chartcast.chart_img.attempts", "{attempt}",
            "Attempts to call Chart-IMG by the status of the answer (none without one) and the error it became.");
        meter.CreateObservableCounter(
            "chartcast.chart_img.rate_wait", Waited, "s",
            "Time that calls were made to wait so that the plan's rate is kept.");
        _lookups = meter.CreateCounter<long>(
            "chartcast.chart_img.cache.lookups", "{lookup}",
            "Pictures by where they were found: in the cache (hit), by a call (miss), in another request's call "
                + "(coalesced); after a call that failed, in the cache although too old (stale, beside its miss).");
        meter.CreateObservableGauge(
            "chartcast.chart_img.circuit.state", Circuits, "",
            "1 for the state an endpoint's circuit breaker is in, else 0. It stays open until a call comes after the "
                + "break.");
    }

    /// <summary>An attempt was made.</summary>
    public void Attempted(string endpoint, ChartImgReply reply)
    {
        // Answers that are taken have 200; the reply tells the status of the others.
        string status = reply.Status switch
        {
            0 when reply.Error is null => "2xx",
            0 when reply.Error.Code == ChartErrorCode.UpstreamBadImage => "2xx",
            0 => "none",
            var code => $"{code / 100}xx",
        };
        Count(endpoint, status, reply.Error?.Code);
    }

    /// <summary>An attempt was cut off: nobody waits for it any more, or the time for all attempts is over.</summary>
    public void CutOff(string endpoint) => Count(endpoint, "none", ChartErrorCode.Cancelled);

    /// <summary>A call begins to wait for its moment.</summary>
    public void Waits(TimeSpan wait)
    {
        lock (_gate) _waited += wait;
    }

    /// <summary>A picture was looked for.</summary>
    /// <param name="result"><c>hit</c>, <c>miss</c>, <c>coalesced</c> or <c>stale</c>.</param>
    public void Looked(string result) => _lookups.Add(1, new KeyValuePair<string, object?>("result", result));

    /// <summary>Shows the state of an endpoint's circuit breaker.</summary>
    public void Watch(string endpoint, CircuitBreakerStateProvider state)
    {
        lock (_gate) _circuits.Add((endpoint, state));
    }

    private void Count(string endpoint, string status, ChartErrorCode? error)
    {
        var labels = new TagList { { "endpoint", endpoint }, { "status", status } };
        if (error is { } code) labels.Add("error.type", code.WireName());
        _attempts.Add(1, labels);
    }

    private double Waited()
    {
        lock (_gate) return _waited.TotalSeconds;
    }

    private List<Measurement<int>> Circuits()
    {
        List<Measurement<int>> states = [];
        lock (_gate)
        {
            foreach ((string endpoint, CircuitBreakerStateProvider circuit) in _circuits)
            {
                CircuitState now = circuit.CircuitState;
                states.Add(StateOf(endpoint, "closed", now == CircuitState.Closed));
                states.Add(StateOf(endpoint, "half_open", now == CircuitState.HalfOpen));
                states.Add(StateOf(endpoint, "open", now is CircuitState.Open or CircuitState.Isolated));
            }
        }

        return states;
    }

    private static Measurement<int> StateOf(string endpoint, string state, bool isIn) =>
        new(isIn ? 1 : 0, new("endpoint", endpoint), new KeyValuePair<string, object?>("state", state));
}
