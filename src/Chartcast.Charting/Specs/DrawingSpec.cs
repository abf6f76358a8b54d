namespace Chartcast.Charting.Specs;

/// <summary>Something drawn by hand on the price pane: a line, a zone, a position, a text.</summary>
public abstract record DrawingSpec;
