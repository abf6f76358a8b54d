namespace Chartcast.Generation.Events;

/// <summary>Which events a listener wants; null parts want all.</summary>
/// <param name="OwnClientId">Only events of requests this client started.</param>
/// <param name="RequestId">Only events of this request.</param>
/// <param name="Symbol">Only events of this symbol, such as <c>NASDAQ:AAPL</c>; case does not matter.</param>
/// <param name="Owner">Only events of this owner's requests.</param>
public sealed record EventFilter(
    string? OwnClientId = null, string? RequestId = null, string? Symbol = null, string? Owner = null)
{
    /// <summary>Wants every event.</summary>
    public static EventFilter All { get; } = new();

    /// <summary>Whether every event is wanted.</summary>
    public bool IsAll => OwnClientId is null && RequestId is null && Symbol is null && Owner is null;

    /// <summary>Whether an event is wanted.</summary>
    public bool Accepts(ChartEventDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Accepts(draft.Owner, draft.ClientId, draft.RequestId, draft.Symbol);
    }

    internal bool Accepts(string? owner, string? clientId, string requestId, string symbol) =>
        (Owner is null || string.Equals(Owner, owner, StringComparison.Ordinal))
        && (OwnClientId is null || string.Equals(OwnClientId, clientId, StringComparison.Ordinal))
        && (RequestId is null || string.Equals(RequestId, requestId, StringComparison.Ordinal))
        && (Symbol is null || string.Equals(Symbol, symbol, StringComparison.OrdinalIgnoreCase));
}
