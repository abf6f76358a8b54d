using System.Collections.Frozen;

namespace Chartcast.Generation.Requests.QueryCharts;

/// <summary>The study codes of v1 and the studies that draw them.</summary>
internal static class StudyCodes
{
    private static readonly StudyCode[] All =
    [
        new("ACCD", "Accumulation/Distribution"),
        new("ADRB", "Up/Down Bar Ratio", To("9", "length")),
        new("AROON", "Aroon", To("14", "in_0")),
        new("ATR", "Average True Range", To("14", "in_0"), Only("RMA")),
        new("AO", "Awesome Oscillator"),
        new("BB", "Bollinger Bands", To("20", "in_0"), Only("close"), To("2", "in_1")),
        new("BBR", "Bollinger Bands %B", To("20", "in_0"), Only("close"), To("2", "in_1")),
        new("BBW", "Bollinger Bands Width", To("20", "in_0"), Only("close"), To("2", "in_1")),
        new("CMF", "Chaikin Money Flow", To("20", "in_0")),
        new("CO", "Chaikin Oscillator", To("3", "in_0"), To("10", "in_1")),
        new("CMO", "Chande Momentum Oscillator", To("9", "in_0"), Only("close")),
        new("CHOP", "Choppiness Index", To("14", "in_0")),
        // The documentation's default says close, its example hlc3; the index is defined on the latter.
        new("CCI", "Commodity Channel Index", To("20", "in_0"),
            Only("close") with { AlsoTaken = ["hlc3"], Meant = "hlc3" }),
        new("CRSI", "Connors RSI", To("3", "in_0"), To("2", "in_1"), To("100", "in_2")),
        new("CC", "Correlation Coefficient", To("BINANCE:BTCUSDT", "symbol"), To("close", "source"),
            To("20", "length")),
        new("DPO", "Detrended Price Oscillator", To("21", "in_0"), To("false", "in_1")),
        new("DMI", "Directional Movement", To("14", "in_1"), To("14", "in_0")),
        new("DONCH", "Donchian Channels", To("20", "in_0")),
        new("DEMA", "Double EMA", To("9", "in_0")),
        new("EOM", "Ease of Movement", To("14", "in_1"), To("10000", "in_0")),
        new("EFI", "Elder's Force Index", To("13", "in_0")),
        new("EMA", "Moving Average Exponential", To("9", "length"), To("close", "source")),
        new("ENV", "Envelopes", To("20", "in_0"), To("10", "in_1") with { MoreKeys = ["in_2"] }, To("close", "in_4"),
            To("false", "in_3") with { Words = Pairs(("false", "Simple"), ("true", "Exponential")) }),
        new("FISHER", "Fisher Transform", To("9", "in_0")),
        new("HV", "Historical Volatility", To("10", "in_0")),
        new("HMA", "Hull Moving Average", To("9", "in_0"), Only("close")),
        new("IC", "Ichimoku Cloud", To("9", "in_0"), To("26", "in_1"), To("52", "in_2"), To("26", "in_3")),
        new("KC", "Keltner Channels", To("20", "in_1"), To("1", "in_2"), Only("close"),
            To("true range", "in_0") with { Words = Pairs(("true range", "true"), ("range", "false")) }),
        new("KST", "Know Sure Thing", To("10", "in_0"), To("15", "in_1"), To("20", "in_2"), To("30", "in_3"),
            To("10", "in_4"), To("10", "in_5"), To("10", "in_6"), To("15", "in_7"), To("9", "in_8")),
        new("MACD", "MACD", To("12", "in_0"), To("26", "in_1"), To("close", "in_3"), To("9", "in_2")),
        new("MOM", "Momentum", To("10", "in_0"), To("close", "in_1")),
        new("MFI", "Money Flow Index", To("14", "in_0")),
        new("MP", "Moon Phases"),
        new("MA", "Moving Average", To("9", "length"), To("close", "source")),
        new("OBV", "On Balance Volume"),
        new("PPHL", "Pivot Points High Low", To("10", "left"), To("10", "right")),
        new("PPS", "Pivot Points Standard", To("Traditional", "kind"), To("Auto", "timeframe"), Only("15")),
        new("PPO", "Price Oscillator", To("10", "in_0"), To("21", "in_1"), Only("close")),
        new("PVT", "Price Volume Trend"),
        new("ROC", "Rate Of Change", To("9", "in_0"), Only("close")),
        new("RSI", "Relative Strength Index", To("14", "length"), Only("close")),
        new("RVGI", "Relative Vigor Index", To("10", "in_0")),
        new("RVI", "Relative Volatility Index", To("10", "length")),
        new("SAR", "Parabolic SAR", To("0.02", "in_0"), To("0.02", "in_1"), To("0.2", "in_2")),
        new("SMII", "SMI Ergodic Indicator/Oscillator", To("20", "in_1"), To("5", "in_0"), To("5", "in_2"))
        {
            HiddenPlots = ["Oscillator"],
        },
        new("SMIO", "SMI Ergodic Indicator/Oscillator", To("20", "in_1"), To("5", "in_0"), To("5", "in_2"))
        {
            HiddenPlots = ["Indicator", "Signal"],
        },
        new("STOCH", "Stochastic", To("14", "in_0"), To("3", "in_1"), To("3", "in_2")),
        new("STOCHRSI", "Stochastic RSI", To("3", "in_2"), To("3", "in_3"), To("14", "in_0"), To("14", "in_1"),
            Only("close")),
        new("TEMA", "Triple EMA", To("9", "in_0")),
        new("TRIX", "TRIX", To("18", "in_0")),
        new("UO", "Ultimate Oscillator", To("7", "in_0"), To("14", "in_1"), To("28", "in_2")),
        // Not documented, but sent by the vendor's own clients; v1 shows volume anyway.
        new("VOL", ""),
        new("VSTOP", "Volatility Stop", To("20", "length"), To("close", "source"), To("2", "multiplier")),
        new("VWAP", "VWAP Bands", To("Session", "anchor"), To("hlc3", "source"))
        {
            HiddenPlots = ["Upper", "Lower", "Plots Background"],
        },
        new("VWAPAA", "VWAP Auto Anchored", To("Auto", "anchor"), To("hlc3", "source"), To("14", "length"),
            To("1", "multiplier1"), To("2", "multiplier2"), To("3", "multiplier3"),
            To("false", "showBands2"), To("false", "showBands3")),
        new("VWMA", "VWMA", To("20", "in_0"), Only("close")),
        new("WMA", "Moving Average Weighted", To("9", "in_0"), To("close", "in_1")),
        new("WA", "Williams Alligator", To("13", "in_0"), To("8", "in_1"), To("5", "in_2")),
        new("WR", "Williams %R", To("14", "in_0"), Only("close")),
        new("WF", "Williams Fractal"),
        new("ZZ", "Zig Zag"),
    ];

    private static readonly FrozenDictionary<string, StudyCode> ByCode =
        All.ToFrozenDictionary(static code => code.Code, StringComparer.Ordinal);

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static code => code.Code)];

    /// <summary>The codes of a study of ours, by its exact name; most have one, some none.</summary>
    public static IReadOnlyList<StudyCode> Of(string study) => [.. All.Where(code => code.Study == study)];

    /// <summary>Finds a code; null when there is none.</summary>
    public static StudyCode? Find(string code) => ByCode.GetValueOrDefault(code);

    private static CodeArgument To(string value, string key) => new(value, key);

    private static CodeArgument Only(string value) => new(value, null);

    private static Dictionary<string, string> Pairs(params (string Theirs, string Ours)[] pairs) =>
        pairs.ToDictionary(static pair => pair.Theirs, static pair => pair.Ours, StringComparer.Ordinal);
}
