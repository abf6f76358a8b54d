using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>A request as Chart-IMG takes it.</summary>
/// <param name="Json">The body of <c>POST /v2/tradingview/advanced-chart</c>, UTF-8.</param>
/// <param name="Format">PNG or JPEG.</param>
/// <param name="WidthPx">Width of the picture to come.</param>
/// <param name="HeightPx">Height of the picture to come.</param>
/// <param name="Warnings">What is said a little differently there.</param>
public sealed record ChartImgBody(
    ReadOnlyMemory<byte> Json, ImageFormat Format, int WidthPx, int HeightPx, IReadOnlyList<string> Warnings);
