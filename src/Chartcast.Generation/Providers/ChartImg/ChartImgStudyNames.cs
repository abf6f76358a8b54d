using System.Collections.Frozen;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>The 92 studies of Chart-IMG's v2 API, by exact name, as documented in January 2026.</summary>
internal static class ChartImgStudyNames
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "Accumulation/Distribution", "Accumulative Swing Index", "Advance/Decline", "Arnaud Legoux Moving Average",
        "Aroon", "Average Directional Index", "Average True Range", "Awesome Oscillator", "Balance of Power",
        "Bollinger Bands", "Bollinger Bands %B", "Bollinger Bands Width", "Chaikin Money Flow", "Chaikin Oscillator",
        "Chaikin Volatility", "Chande Kroll Stop", "Chande Momentum Oscillator", "Chop Zone", "Choppiness Index",
        "Commodity Channel Index", "Connors RSI", "Coppock Curve", "Detrended Price Oscillator",
        "Directional Movement", "Donchian Channels", "Double EMA", "Ease of Movement", "Elder's Force Index",
        "Envelopes", "Fisher Transform", "Historical Volatility", "Hull Moving Average", "Ichimoku Cloud",
        "Keltner Channels", "Klinger Oscillator", "Know Sure Thing", "Least Squares Moving Average",
        "Linear Regression Curve", "Linear Regression Slope", "MA Cross", "MA with EMA Cross", "MACD",
        "Majority Rule", "Mass Index", "McGinley Dynamic", "Momentum", "Money Flow Index", "Moving Average",
        "Moving Average Adaptive", "Moving Average Channel", "Moving Average Double", "Moving Average Exponential",
        "Moving Average Hamming", "Moving Average Multiple", "Moving Average Triple", "Moving Average Weighted",
        "Net Volume", "On Balance Volume", "Parabolic SAR", "Price Channel", "Price Oscillator", "Price Volume Trend",
        "Rate Of Change", "Relative Strength Index", "Relative Vigor Index", "SMI Ergodic Indicator/Oscillator",
        "Smoothed Moving Average", "Standard Deviation", "Standard Error", "Standard Error Bands", "Stochastic",
        "Stochastic RSI", "Super Trend", "Trend Strength Index", "Triple EMA", "TRIX", "True Strength Index",
        "Ultimate Oscillator", "Volatility Close-to-Close", "Volatility Index", "Volatility O-H-L-C",
        "Volatility Zero Trend Close-to-Close", "Volume", "Volume Oscillator", "Volume Profile Visible Range",
        "Vortex Indicator", "VWAP", "VWMA", "Williams %R", "Williams Alligator", "Williams Fractal", "Zig Zag",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether Chart-IMG has a study of this name.</summary>
    public static bool Has(string name) => Known.Contains(name);

    /// <summary>The names most like another, best first; three at most.</summary>
    public static IReadOnlyList<string> Nearest(string name) => NearestNames.Find(name, Known.Items, 3);
}
