using System.Text.Json;

namespace Chartcast.ChartImgFake;

/// <summary>The studies of v2: all 92 names, and the inputs of those this project draws itself.</summary>
internal static class FakeStudies
{
    public static readonly string[] Names =
    [
        "Accumulation/Distribution", "Accumulative Swing Index", "Advance/Decline", "Arnaud Legoux Moving Average",
        "Aroon", "Average Directional Index", "Average True Range", "Awesome Oscillator", "Balance of Power",
        "Bollinger Bands", "Bollinger Bands %B", "Bollinger Bands Width", "Chaikin Money Flow",
        "Chaikin Oscillator", "Chaikin Volatility", "Chande Kroll Stop", "Chande Momentum Oscillator", "Chop Zone",
        "Choppiness Index", "Commodity Channel Index", "Connors RSI", "Coppock Curve",
        "Detrended Price Oscillator", "Directional Movement", "Donchian Channels", "Double EMA",
        "Ease of Movement", "Elder's Force Index", "Envelopes", "Fisher Transform", "Historical Volatility",
        "Hull Moving Average", "Ichimoku Cloud", "Keltner Channels", "Klinger Oscillator", "Know Sure Thing",
        "Least Squares Moving Average", "Linear Regression Curve", "Linear Regression Slope", "MA Cross",
        "MA with EMA Cross", "MACD", "Majority Rule", "Mass Index", "McGinley Dynamic", "Momentum",
        "Money Flow Index", "Moving Average", "Moving Average Adaptive", "Moving Average Channel",
        "Moving Average Double", "Moving Average Exponential", "Moving Average Hamming", "Moving Average Multiple",
        "Moving Average Triple", "Moving Average Weighted", "Net Volume", "On Balance Volume", "Parabolic SAR",
        "Price Channel", "Price Oscillator", "Price Volume Trend", "Rate Of Change", "Relative Strength Index",
        "Relative Vigor Index", "SMI Ergodic Indicator/Oscillator", "Smoothed Moving Average",
        "Standard Deviation", "Standard Error", "Standard Error Bands", "Stochastic", "Stochastic RSI",
        "Super Trend", "Trend Strength Index", "Triple EMA", "TRIX", "True Strength Index", "Ultimate Oscillator",
        "Volatility Close-to-Close", "Volatility Index", "Volatility O-H-L-C",
        "Volatility Zero Trend Close-to-Close", "Volume", "Volume Oscillator", "Volume Profile Visible Range",
        "Vortex Indicator", "VWAP", "VWMA", "Williams %R", "Williams Alligator", "Williams Fractal", "Zig Zag",
    ];

    private static readonly string[] Sources = ["open", "high", "low", "close", "hl2", "hlc3", "ohlc4"];
    private static readonly string[] Averages = ["SMA", "EMA", "WMA"];

    /// <summary>Whether a value fits a known input; inputs that are not known pass, as they do there.</summary>
    public static bool IsInput(string study, string key, JsonElement value) => (study, key) switch
    {
        ("Moving Average" or "Moving Average Exponential", "length") => IsWhole(value, 1, 10_000),
        ("Moving Average" or "Moving Average Exponential", "source") => IsWord(value, Sources),
        ("Moving Average" or "Moving Average Exponential", "offset") => IsWhole(value, -10_000, 10_000),
        ("Relative Strength Index", "length") => IsWhole(value, 1, 2_000),
        (_, "smoothingLine") => IsWord(value, Averages),
        (_, "smoothingLength") => IsWhole(value, 1, 10_000),
        ("MACD", "in_0" or "in_1") => IsWhole(value, 1, 2_000),
        ("MACD", "in_2") => IsWhole(value, 1, 50),
        ("MACD", "in_3") => IsWord(value, Sources),
        ("Bollinger Bands", "in_0") => IsWhole(value, 1, 10_000),
        ("Bollinger Bands", "in_1") => value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0.001 and <= 50,
        _ => true,
    };

    private static bool IsWhole(JsonElement value, int minimum, int maximum) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= minimum && number <= maximum;

    private static bool IsWord(JsonElement value, string[] words) =>
        value.ValueKind == JsonValueKind.String && words.Contains(value.GetString(), StringComparer.Ordinal);
}
