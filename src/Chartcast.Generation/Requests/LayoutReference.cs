namespace Chartcast.Generation.Requests;

/// <summary>A layout that somebody made and shared on TradingView, drawn by Chart-IMG.</summary>
/// <param name="Id">The short id in the layout's address, 4–64 letters and digits.</param>
/// <param name="ResetZoom">Whether the layout's own zoom is taken back first.</param>
/// <param name="ZoomIn">How many steps closer, 1–25; null for none.</param>
/// <param name="ZoomOut">How many steps farther, 1–25; null for none.</param>
/// <param name="MoveLeft">How many steps to the past, 1–50; null for none.</param>
/// <param name="MoveRight">How many steps to the future, 1–50; null for none.</param>
public sealed record LayoutReference(
    string Id, bool ResetZoom = false, int? ZoomIn = null, int? ZoomOut = null, int? MoveLeft = null,
    int? MoveRight = null);
