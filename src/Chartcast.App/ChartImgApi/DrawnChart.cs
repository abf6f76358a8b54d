using Chartcast.Generation.Requests;

namespace Chartcast.App.ChartImgApi;

/// <summary>A finished chart and its picture.</summary>
/// <param name="Record">The request.</param>
/// <param name="Image">The picture.</param>
internal sealed record DrawnChart(ChartRecord Record, ChartImage Image);
