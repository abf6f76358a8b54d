using System.Diagnostics.Metrics;

namespace Chartcast.Generation.Events;

/// <summary>Counts those who listen.</summary>
internal static class EventInstruments
{
    /// <summary>Makes the instruments of a hub.</summary>
    public static void Make(Meter meter, EventHub hub)
    {
        meter.CreateObservableGauge(
            "chartcast.event.listeners", () => hub.ListenerCount, "{listener}", "Open event streams.");
        meter.CreateObservableCounter(
            "chartcast.event.listeners.dropped", () => Dropped(hub), "{listener}",
            "Event streams ended because they read too slowly: fell_behind the log, or stalled in a write.");
    }

    private static IEnumerable<Measurement<long>> Dropped(EventHub hub) =>
    [
        new(hub.DroppedCount, new KeyValuePair<string, object?>("reason", "fell_behind")),
        new(hub.StalledCount, new KeyValuePair<string, object?>("reason", "stalled")),
    ];
}
