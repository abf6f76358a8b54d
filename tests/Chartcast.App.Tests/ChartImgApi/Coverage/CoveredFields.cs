namespace Chartcast.App.Tests.ChartImgApi.Coverage;

/// <summary>Every field of the documentation, endpoint by endpoint.</summary>
public static class CoveredFields
{
    public const string Advanced = "/v2/tradingview/advanced-chart";
    public const string Layout = "/v2/tradingview/layout-chart/AbCd1234";
    public const string QueryAdvanced = "/v1/tradingview/advanced-chart";
    public const string QueryMini = "/v1/tradingview/mini-chart";

    private const string Zone =
        """
        "drawings":[{"name":"Rectangle","input":{"startDatetime":"2025-11-10T00:00:00.000Z","startPrice":1200,
        "endDatetime":"2026-01-10T00:00:00.000Z","endPrice":1400}
        """;

    public static IReadOnlyList<CoveredField> All { get; } =
    [
        .. AdvancedFields(), .. OverrideFields(), .. LayoutFields(), .. QueryFields(QueryAdvanced), .. QueryFields(QueryMini),
        Query(QueryAdvanced, "studies", "studies=EMA:20"),
        Query(QueryAdvanced, "timezone", "interval=1h&timezone=Asia/Tokyo"),
        Query(QueryAdvanced, "style", "style=line"),
        Query(QueryAdvanced, "range", "range=1Y"),
        Query(QueryAdvanced, "logo", "logo=false", "taken and checked; there are no logos to show",
            "QueryChartTests.Parameters_AreThoseOfTheDocumentation"),
        new("/v3/tradingview/exchange/{id}", "symbol", "", null, "ExchangeTests.Exchange_ListsItsSymbols_Filtered"),
        new("/v3/tradingview/exchange/{id}", "type", "", null, "ExchangeTests.Exchange_ListsItsSymbols_Filtered"),
    ];

    private static IEnumerable<CoveredField> AdvancedFields() =>
    [
        Body("symbol", """{"symbol":"DEMO:ETH"}"""),
        Body("interval", """{"interval":"4h"}"""),
        Body("width", """{"width":640}"""),
        Body("height", """{"height":480}"""),
        Body("style", """{"style":"heikinAshi"}"""),
        Body("theme", """{"theme":"dark"}"""),
        Body("scale", """{"scale":"percent"}"""),
        new(Advanced, "session", "{}", null, "SessionTests.Session_DecidesWhichBarsAreShown"),
        Body("timezone", """{"interval":"1h","timezone":"Asia/Tokyo"}"""),
        Body("format", """{"format":"jpeg"}"""),
        Body("range", """{"range":"1M"}"""),
        Body("range.from", """{"range":{"from":"2025-06-01T00:00:00.000Z","to":"2025-12-01T00:00:00.000Z"}}""", null,
            "FieldTests.FixedDates_AreShown"),
        Body("range.to", """{"range":{"from":"2025-06-01T00:00:00.000Z","to":"2025-12-01T00:00:00.000Z"}}""", null,
            "FieldTests.FixedDates_AreShown"),
        Body("studies", """{"studies":[{"name":"MACD"}]}"""),
        Body("studies[0].name", "", null, "DocumentedSampleTests.Study_Draws_WithEveryDocumentedKey"),
        Body("studies[0].forceOverlay", """{"studies":[{"name":"Momentum","forceOverlay":true}]}"""),
        Body("studies[0].input", """{"studies":[{"name":"Bollinger Bands","input":{"in_0":50}}]}"""),
        Body("studies[0].override", """{"studies":[{"name":"MACD","override":{"Signal.linewidth":4}}]}"""),
        Body("drawings", """{"drawings":[{"name":"Horizontal Line","input":{"price":1250}}]}"""),
        Body("drawings[0].name", "", null, "DocumentedSampleTests.Drawing_Draws_WithEveryDocumentedKey"),
        Body("drawings[0].input", "", null, "DocumentedSampleTests.Drawing_Draws_WithEveryDocumentedKey"),
        Body("drawings[0].override",
            """{"drawings":[{"name":"Horizontal Line","input":{"price":1250},"override":{"lineWidth":5}}]}"""),
        Body("drawings[0].zOrder", $$"""{{{Zone}},"override":{"backgroundColor":"rgb(1,2,3)"},"zOrder":"bottom"}]}"""),
        Body("shiftLeft", """{"shiftLeft":30}"""),
        Body("shiftRight", """{"shiftRight":30}"""),
        Body("watermark", """{"watermark":"ACME"}"""),
        Body("watermarkSize", """{"watermark":"ACME","watermarkSize":64}"""),
        Body("watermarkOpacity", """{"watermark":"ACME","watermarkOpacity":0.3}"""),
    ];

    private static IEnumerable<CoveredField> OverrideFields() =>
    [
        Body("override.style", """{"override":{"style":{"candleStyle.upColor":"rgb(41,98,255)"}}}"""),
        Body("override.style.* (all keys of the nine chart types)", "", null, "DocumentedSeriesKeyTests.Key_IsAsDocumented"),
        Body("override.priceRange", """{"override":{"priceRange":{"from":1000,"to":1600}}}"""),
        Body("override.priceRange.from", """{"override":{"priceRange":{"from":1000,"to":1600}}}"""),
        Body("override.priceRange.to", """{"override":{"priceRange":{"from":1000,"to":1600}}}"""),
        Body("override.priceRange.margin", """{"override":{"priceRange":{"from":1000,"margin":0.1}}}"""),
        Body("override.mainPaneHeight", """{"studies":[{"name":"MACD"}],"override":{"mainPaneHeight":200}}"""),
        Body("override.scalesFontSize", """{"override":{"scalesFontSize":20}}"""),
        Body("override.showLegend", """{"override":{"showLegend":false}}"""),
        Body("override.showLegendValues", """{"studies":[{"name":"MACD"}],"override":{"showLegendValues":false}}"""),
        Body("override.showMainPane", """{"studies":[{"name":"MACD"}],"override":{"showMainPane":false}}"""),
        Body("override.showPriceLine", """{"override":{"showPriceLine":false}}"""),
        Body("override.showVertGrid", """{"override":{"showVertGrid":false}}"""),
        Body("override.showHorzGrid", """{"override":{"showHorzGrid":false}}"""),
        Body("override.showSeriesLastValue", """{"override":{"showSeriesLastValue":false}}"""),
        Body("override.showSeriesOHLC", """{"override":{"showSeriesOHLC":false}}"""),
        Body("override.showBarChange", """{"override":{"showBarChange":false}}"""),
        Body("override.showStudyLastValue", """{"studies":[{"name":"MACD"}],"override":{"showStudyLastValue":false}}"""),
        Body("override.showStudyPlotNamesAction",
            """{"studies":[{"name":"MACD"}],"override":{"showStudyPlotNamesAction":true}}"""),
        Body("override.showSymbolLabelsAction", """{"override":{"showSymbolLabelsAction":true}}"""),
        Body("override.showSymbolWatermark", """{"override":{"showSymbolWatermark":true}}"""),
        Body("override.showInvertScale", """{"override":{"showInvertScale":true}}"""),
        Body("override.showInvertScaleStudies",
            """{"studies":[{"name":"MACD"}],"override":{"showInvertScaleStudies":true}}"""),
    ];

    private static IEnumerable<CoveredField> LayoutFields() =>
    [
        .. new[]
        {
            ("symbol", """{"symbol":"DEMO:ETH"}"""), ("interval", """{"interval":"4h"}"""),
            ("width", """{"width":640}"""), ("height", """{"height":480}"""), ("format", """{"format":"jpeg"}"""),
            ("resetZoom", """{"resetZoom":true}"""), ("watermark", """{"watermark":"ACME"}"""),
            ("watermarkSize", """{"watermark":"ACME","watermarkSize":64}"""),
            ("watermarkOpacity", """{"watermark":"ACME","watermarkOpacity":0.3}"""),
        }.Select(static one => new CoveredField(Layout, one.Item1, one.Item2)),
        .. new[] { "zoomIn", "zoomOut" }.Select(static name => new CoveredField(
            Layout, name, $$"""{"{{name}}":5}""", "a step is a tenth of the bars; the vendor's is not documented")),
        .. new[] { "moveLeft", "moveRight" }.Select(static name => new CoveredField(
            Layout, name, $$"""{"{{name}}":5}""", "a step is a bar; the vendor's is not documented")),
    ];

    private static IEnumerable<CoveredField> QueryFields(string endpoint) =>
    [
        Query(endpoint, "symbol", "symbol=DEMO:ETH"),
        Query(endpoint, "interval", endpoint == QueryMini ? "interval=1Y" : "interval=1h"),
        Query(endpoint, "theme", "theme=light"),
        Query(endpoint, "width", "width=400"),
        Query(endpoint, "height", "height=400"),
        Query(endpoint, "format", "format=jpeg"),
        Query(endpoint, "watermark", "watermark=ACME"),
        Query(endpoint, "watermarkSize", "watermark=ACME&watermarkSize=64"),
        Query(endpoint, "watermarkOpacity", "watermark=ACME&watermarkOpacity=0.3"),
    ];

    private static CoveredField Body(string name, string sample, string? note = null, string? test = null) =>
        new(Advanced, name, sample, note, test);

    private static CoveredField Query(
        string endpoint, string name, string sample, string? note = null, string? test = null) =>
        new(endpoint, name, sample, note, test);
}
