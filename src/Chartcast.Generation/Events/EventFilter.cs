namespace Chartcast.Generation.Events;

/// <summary>Which events a listener wants; null parts want all.</summary>
/// <param name="OwnClientId">Only events of requests this client started.</param>
/// <param name="RequestId">Only events of this request.</param>
/// <param name="Symbol">Only events of this symbol, such as <c>NASDAQ:AAPL</c>; case does not matter.</param>
public sealed record EventFilter(string? OwnClientId = null, string? RequestId = null, string? Symbol = null)
{
    /// <summary>Wants every event.</summary>
    public static EventFilter All { get; } = new();

    /// <summary>Whether every event is wanted.</summary>
    public bool IsAll => OwnClientId is null && RequestId is null && Symbol is null;

    /// <summary>Whether an event is wanted.</summary>
    public bool Accepts(ChartEventDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Accepts(draft.ClientId, draft.RequestId, draft.Symbol);
    }

    internal bool Accepts(string? clientId, string requestId, string symbol) =>
        (OwnClientId is null || string.Equals(OwnClientId, clientId, StringComparison.Ordinal))
        && (RequestId is null || string.Equals(RequestId, requestId, StringComparison.Ordinal))
        && (Symbol is null || string.Equals(Symbol, symbol, StringComparison.OrdinalIgnoreCase));
}
