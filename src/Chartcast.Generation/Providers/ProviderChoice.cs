using System.Diagnostics.Metrics;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers;

/// <summary>Decides who draws a request.</summary>
/// <remarks>
/// <c>auto</c> is Chart-IMG when a key is set, else the local engine, except where only the local engine can do what
/// was asked: SVG, WebP, sheets and the symbols <c>FILE:…</c> and <c>DEMO:…</c>. Where Chart-IMG cannot draw what
/// <c>auto</c> asks for, the local engine does, and the answer says who drew, why, and what differs; what only
/// Chart-IMG can do (layouts, storing), and what was asked of it by name, fails with its reason.
/// </remarks>
public sealed class ProviderChoice
{
    private readonly IChartProvider _local;
    private readonly IChartProvider? _chartImg;
    private readonly IChartProvider _auto;

    /// <summary>Takes the providers that are set up.</summary>
    /// <param name="local">The local engine.</param>
    /// <param name="chartImg">Chart-IMG, or null when no key is set.</param>
    /// <param name="meter">Counts fallbacks; null to count nothing.</param>
    public ProviderChoice(IChartProvider local, IChartProvider? chartImg, Meter? meter = null)
    {
        ArgumentNullException.ThrowIfNull(local);
        _local = local;
        _chartImg = chartImg;
        _auto = chartImg is null ? local : new FallbackChartProvider(chartImg, local, meter);
    }

    /// <summary>Whether a Chart-IMG key is set.</summary>
    public bool HasChartImg => _chartImg is not null;

    /// <summary>The provider for a request.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.ProviderUnavailable"/>: Chart-IMG is needed, but no
    /// key is set.</exception>
    public IChartProvider Choose(ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Provider switch
        {
            ProviderPreference.Local => _local,
            ProviderPreference.ChartImg => ChartImg("provider chart-img"),
            _ when request.Layout is not null => ChartImg("layout"),
            _ when request.IsStoredAtProvider => ChartImg("store"),
            _ when IsLocalOnly(request) => _local,
            _ => _auto,
        };
    }

    private static bool IsLocalOnly(ChartRequest request) =>
        request.Format is ImageFormat.Svg or ImageFormat.Webp
        || request.Sheet is not null
        || request.Symbol.LocalExchange is not null;

    private IChartProvider ChartImg(string what) =>
        _chartImg ?? throw new ChartException(
            ChartErrorCode.ProviderUnavailable,
            $"{what} needs Chart-IMG, and no key for it is set: set CHART_IMG_API_KEY, "
                + "or leave it out to draw locally.");
}
