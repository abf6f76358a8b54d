using Chartcast.App.Engines;
using Chartcast.Generation.Events;
using Chartcast.Mcp.Dispatch;

namespace Chartcast.App.Tools;

/// <summary>Tells MCP clients that a chart's resources changed: when it has come to its end.</summary>
internal static class ChartChanges
{
    // Every form of a chart comes into being at once, and any of them may be the one that is watched.
    private static readonly string[] Endings = ["", ".json", ".svg", ".csv", ".png", ".jpg", ".webp"];

    /// <summary>Follows an engine for as long as it lives.</summary>
    public static ServerChanges Follow(ChartEngine engine)
    {
        var changes = new ServerChanges(ChangingLists.Resources);
        engine.Store.Committed += stored => Tell(changes, stored.Draft);
        return changes;
    }

    private static void Tell(ServerChanges changes, ChartEventDraft step)
    {
        if (step.Kind is not (ChartEventKind.Completed or ChartEventKind.Failed or ChartEventKind.Cancelled)) return;
        string uri = PictureLinks.ResourceUri(step.RequestId);
        changes.ResourcesUpdated([.. Endings.Select(ending => uri + ending)]);
        if (step.Kind == ChartEventKind.Completed) changes.ListChanged(ChangingLists.Resources);
    }
}
