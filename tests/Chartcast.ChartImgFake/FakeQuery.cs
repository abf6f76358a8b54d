using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chartcast.ChartImgFake;

/// <summary>Checks the parameters of v1's charts as its documentation lists them.</summary>
internal sealed partial class FakeQuery
{
    private static readonly string[] AdvancedIntervals = "1m 3m 5m 15m 30m 45m 1h 2h 3h 4h 1D 1W 1M 3M 6M 1Y".Split(' ');
    private static readonly string[] MiniIntervals = "1D 1M 3M 1Y 5Y ALL 1d 5d 1w all".Split(' ');
    private static readonly string[] Ranges = "1D 5D 1M 3M 6M YTD 1Y 5Y ALL".Split(' ');
    private static readonly string[] Styles = "bar candle line area heikinAshi hollowCandle".Split(' ');

    private static readonly string[] Codes =
    [
        .. ("ACCD ADRB AROON ATR AO BB BBR BBW CMF CO CMO CHOP CCI CRSI CC DPO DMI DONCH DEMA EOM EFI EMA ENV FISHER HV HMA "
            + "IC KC KST MACD MOM MFI MP MA OBV PPHL PPS PPO PVT ROC RSI RVGI RVI SAR SMII SMIO STOCH STOCHRSI TEMA TRIX UO "
            + "VSTOP VWAP VWAPAA VWMA WMA WA WR WF ZZ").Split(' '),
    ];

    private static readonly string[] MiniNames =
        "symbol interval theme width height format watermark watermarkSize watermarkOpacity".Split(' ');

    private static readonly string[] AdvancedNames = [.. MiniNames, "studies", "timezone", "style", "range", "logo"];

    private readonly IQueryCollection _query;
    private readonly List<(string Value, string Message, string Param)> _faults = [];

    private FakeQuery(IQueryCollection query) => _query = query;

    /// <summary>Reads the parameters; each is optional.</summary>
    public static FakeBody Read(IQueryCollection query, bool isMini)
    {
        var reader = new FakeQuery(query);
        reader.Check("symbol", text => Symbol().IsMatch(text));
        reader.Check("interval", (isMini ? MiniIntervals : AdvancedIntervals).Contains);
        reader.Check("theme", text => text is "light" or "dark");
        reader.Check("format", text => text is "png" or "jpeg");
        reader.Check("style", Styles.Contains);
        reader.Check("range", Ranges.Contains);
        reader.Check("timezone", text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out _) && text.Contains('/'));
        reader.Check("watermarkSize", text => text is "16" or "32" or "64" or "128");
        foreach (string? study in query["studies"])
        {
            if (!Codes.Contains(study!.Split(':')[0])) reader.Add("studies", study);
        }

        // Unlike the vendor, which passes them over: what our client sends has to be known.
        foreach (string name in query.Keys.Except(isMini ? MiniNames : AdvancedNames)) reader.Add(name, name);
        int width = reader.Side("width", 320, isMini ? 350 : 800);
        int height = reader.Side("height", 220, isMini ? 220 : 600);
        return new FakeBody(
            query.TryGetValue("symbol", out var symbol) ? symbol.ToString() : "BINANCE:BTCUSDT",
            query["format"] == "jpeg", width, height, reader._faults);
    }

    private int Side(string name, int minimum, int fallback)
    {
        if (!_query.TryGetValue(name, out var text)) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int side) && side >= minimum) return side;
        Add(name, text.ToString());
        return fallback;
    }

    private void Check(string name, Func<string, bool> isRight)
    {
        if (_query.TryGetValue(name, out var text) && (text.Count != 1 || !isRight(text.ToString()))) Add(name, text.ToString());
    }

    private void Add(string name, string value) => _faults.Add(
        ($"\"{JsonEncodedText.Encode(value)}\"", $"The field must be valid {name} id.", name));

    [GeneratedRegex(@"\A[A-Z0-9_]+:[A-Z0-9._!/&-]+\z")]
    private static partial Regex Symbol();
}
