namespace Chartcast.Charting.Tests.Drawings;

/// <summary>Drawings whose pictures are kept, by the picture's name.</summary>
internal static class DrawingSamples
{
    private const string Points =
        """ "startDatetime":"2024-11-06","startPrice":94,"endDatetime":"2024-12-18","endPrice":101 """;

    private const string DownPoints =
        """ "startDatetime":"2024-10-15","startPrice":107,"endDatetime":"2024-12-04","endPrice":93 """;

    private const string LongTrade =
        """ "startDatetime":"2024-12-05T00:00:00Z","entryPrice":94.5,"targetPrice":101.5,"stopPrice":92 """;

    /// <summary>What a trader would put together.</summary>
    public static readonly string[] Plan =
    [
        """{"type":"zone","top":103.6,"bottom":102.4,"text":"Supply","color":"#F23645","zOrder":"bottom"}""",
        """{"type":"zone","top":93.4,"bottom":92.2,"start":"2024-11-05","text":"Demand","color":"#089981","zOrder":"bottom"}""",
        """{"type":"trend_line","start":"2024-12-05","startPrice":93.2,"end":"2024-12-31","endPrice":96.6,"extendRight":true,"color":"#7E57C2","lineStyle":"dashed"}""",
        """{"type":"horizontal_line","price":97.6,"text":"Pivot","color":"#FF9800","lineWidth":1,"horzLabelAlign":"right"}""",
        """{"type":"marker","time":"2024-12-04","side":"buy","text":"Buy 100"}""",
        """{"type":"marker","time":"2024-12-31","side":"sell","text":"Sell 100"}""",
        """{"type":"note","text":"Range since November\nWait for the break","corner":"top_right"}""",
        """{"type":"vertical_line","time":"2024-11-05","text":"Election","lineStyle":"dotted","lineWidth":1,"color":"#787B86"}""",
    ];

    /// <summary>One by one: as it looks by itself, then each group of overrides.</summary>
    public static readonly (string Name, string[] Jsons)[] All =
    [
        .. new[] { Lines(), Fibs(), Positions(), Ranges(), Marks(), Texts() }
            .SelectMany(static group => group)
            .Select(static one => (one.Item1, one.Item2.Select(WithPoints).ToArray())),
    ];

    private static string WithPoints(string json) => json
        .Replace("@Points", Points).Replace("@DownPoints", DownPoints).Replace("@LongTrade", LongTrade);

    private static (string, string[])[] Lines() =>
    [
        ("order-line", ["""{"name":"Order Line","input":{"text":"Buy limit","quantity":"100","price":97}}"""]),
        ("order-line-overrides",
        [
            """{"name":"Order Line","input":{"text":"Stop","quantity":"25"},"override":{"fontSize":12,"lineStyle":2,"lineWidth":2,"lineSpace":40,"extendLeft":false,"lineColor":"rgb(242,54,69)","bodyBorderColor":"rgb(242,54,69)","bodyTextColor":"rgb(242,54,69)","bodyBackgroundColor":"rgb(255,255,255)","quantityBorderColor":"rgb(242,54,69)","quantityBackgroundColor":"rgb(242,54,69)","quantityTextColor":"rgb(255,255,0)"}}""",
            """{"type":"order","text":"Take profit at the upper edge","quantity":"1,000","price":105,"color":"#089981"}""",
        ]),
        ("trend-line", ["""{"name":"Trend Line","input":{@Points}}"""]),
        ("trend-line-extended",
        [
            """{"name":"Trend Line","input":{@Points,"text":"Channel"},"override":{"showLabel":true,"extendLeft":true,"extendRight":true,"lineStyle":2,"lineWidth":1}}""",
            """{"name":"Trend Line","input":{@DownPoints,"text":"Decline of October"},"override":{"showLabel":true,"lineColor":"rgb(242,54,69)","textColor":"rgb(19,23,34)","horzLabelAlign":"left","vertLabelAlign":"top","fontBold":true,"fontItalic":true,"fontSize":13,"lineWidth":3}}""",
        ]),
        ("horizontal-line", ["""{"name":"Horizontal Line","input":{"price":100.5,"text":"Target"}}"""]),
        ("horizontal-line-overrides",
        [
            """{"type":"horizontal_line","price":108,"text":"left, below, italic","horzLabelAlign":"left","vertLabelAlign":"bottom","fontItalic":true,"lineStyle":1}""",
            """{"type":"horizontal_line","price":104,"text":"Middle","vertLabelAlign":"middle","lineWidth":3,"color":"#FF9800","fontBold":true,"fontSize":14}""",
            """{"type":"horizontal_line","price":98,"lineStyle":"large_dashed","color":"#089981","lineWidth":1,"showPrice":false}""",
            """{"type":"horizontal_line","price":95,"text":"right","horzLabelAlign":"right","lineStyle":5,"color":"rgba(126,87,194,0.6)"}""",
        ]),
        ("vertical-line", ["""{"name":"Vertical Line","input":{"datetime":"2024-11-20T00:00:00Z","text":"Earnings"}}"""]),
        ("vertical-line-overrides",
        [
            """{"type":"vertical_line","date":"2024-10-08","text":"first bar","horzLabelAlign":"left","showTime":false}""",
            """{"type":"vertical_line","date":"2024-11-30","text":"between bars","horzLabelAlign":"left","vertLabelAlign":"bottom","lineStyle":2,"lineWidth":1,"fontItalic":true}""",
            """{"type":"vertical_line","date":"2024-12-20","text":"Centre","horzLabelAlign":"center","vertLabelAlign":"middle","color":"#F23645","lineWidth":3,"fontBold":true}""",
            """{"type":"vertical_line","date":"2025-01-17","text":"after the last bar","lineStyle":"dotted","color":"#787B86"}""",
        ]),
    ];

    private static (string, string[])[] Fibs() =>
    [
        ("fib-retracement", ["""{"name":"Fib Retracement","input":{@Points}}"""]),
        ("fib-extended",
        [
            """{"name":"Fib Retracement","input":{@DownPoints},"override":{"extendLines":true,"extendLeft":true,"coeffAsPercent":true,"horzLabelAlign":"right","vertLabelAlign":"top","transparency":90,"level8":{"visible":false},"level9":{"visible":false},"level10":{"visible":false},"level11":{"visible":false}}}""",
        ]),
        ("fib-reversed",
        [
            """{"type":"fib","start":"2024-11-06","startPrice":94,"end":"2024-12-18","endPrice":101,"reverseLevel":true,"fillBackground":false,"showPrice":false,"horzLabelAlign":"center","vertLabelAlign":"middle","levels":[0,0.382,0.5,0.618,1,1.272],"color":"#2962FF"}""",
        ]),
        ("fib-prices-only",
        [
            """{"type":"fib","start":"2024-11-06","startPrice":94,"end":"2024-12-18","endPrice":101,"showCoeff":false,"fibLevelBasedOnLogScale":true,"levels":[0,0.5,1],"fontSize":10,"zOrder":"bottom"}""",
        ]),
    ];

    private static (string, string[])[] Positions() =>
    [
        ("long-position", ["""{"name":"Long Position","input":{@LongTrade,"endDatetime":"2025-01-02T00:00:00Z"}}"""]),
        ("long-position-stats",
            ["""{"name":"Long Position","input":{@LongTrade},"override":{"showStats":true,"accountSize":25000,"risk":1,"lotSize":10}}"""]),
        ("long-position-compact",
            ["""{"name":"Long Position","input":{@LongTrade},"override":{"showStats":true,"showCompact":true,"risk":200,"riskDisplayMode":"money","showPrice":false,"profitBackground":"rgba(41,98,255,0.2)","stopBackground":"rgba(255,152,0,0.2)","borderColor":"rgb(0,0,0)","lineColor":"rgb(0,0,0)","lineWidth":2,"fontSize":10}}"""]),
        ("short-position",
            ["""{"name":"Short Position","input":{"startDatetime":"2024-10-16","entryPrice":104,"targetPrice":96,"stopPrice":107},"override":{"showStats":true}}"""]),
        ("short-position-without-fill",
            ["""{"type":"short","start":"2024-12-17","entry":101.5,"target":95,"stop":103.5,"end":"2025-01-24","fillBackground":false}"""]),
    ];

    private static (string, string[])[] Ranges() =>
    [
        ("date-range", ["""{"name":"Date Range","input":{@Points}}"""]),
        ("date-range-extended",
            ["""{"name":"Date Range","input":{@DownPoints},"override":{"extendTop":true,"extendBottom":true,"transparency":85,"fillLabelBackground":false,"lineWidth":2,"fontSize":14}}"""]),
        ("date-price-range", ["""{"name":"Date Price Range","input":{@Points}}"""]),
        ("date-price-range-down",
            ["""{"type":"measure","start":"2024-12-31","startPrice":102,"end":"2025-01-08","endPrice":96,"color":"#F23645","fillBackground":false}""",
             """{"type":"measure","start":"2024-10-30","startPrice":100,"end":"2024-10-10","endPrice":108,"color":"#089981","transparency":80}"""]),
        ("rectangle", ["""{"name":"Rectangle","input":{@Points,"text":"+7.4%"},"override":{"showLabel":true}}"""]),
        ("rectangle-overrides",
        [
            """{"type":"rectangle","start":"2024-11-04","startPrice":104,"end":"2024-11-20","endPrice":107,"text":"extended right","extendRight":true,"horzLabelAlign":"right","vertLabelAlign":"top","color":"#089981","fontItalic":true,"fontSize":12}""",
            """{"type":"rectangle","start":"2024-10-25","startPrice":92.5,"end":"2024-11-05","endPrice":99,"extendLeft":true,"fillBackground":false,"lineWidth":3,"text":"Outline","horzLabelAlign":"center","vertLabelAlign":"middle","fontBold":true}""",
        ]),
        ("zone-of-prices", ["""{"type":"zone","top":103.5,"bottom":101.5,"text":"Resistance"}"""]),
        ("zones",
        [
            """{"type":"zone","start":"2024-11-28","end":"2024-12-01","text":"Holiday","color":"#FF9800","showBorder":false,"zOrder":"bottom"}""",
            """{"type":"zone","top":95,"start":"2024-12-16","text":"Everything below","color":"#F23645","vertLabelAlign":"bottom","horzLabelAlign":"right"}""",
            """{"type":"zone","top":108,"bottom":105,"start":"2024-10-21","end":"2024-11-08","text":"Box","lineStyle":2,"horzLabelAlign":"center","vertLabelAlign":"middle","showPrice":true,"fontBold":true}""",
        ]),
    ];

    private static (string, string[])[] Marks() =>
    [
        ("arrow-marker", ["""{"name":"Arrow Marker","input":{@Points,"text":"Breakout"}}"""]),
        ("arrow-marker-overrides",
        [
            """{"type":"arrow","start":"2024-12-02","startPrice":106,"end":"2024-12-05","endPrice":96,"text":"steep","color":"#F23645","fontBold":false,"fontItalic":true}""",
            """{"type":"arrow","start":"2024-11-05","startPrice":104.5,"end":"2024-10-21","endPrice":104.5,"text":"short","color":"#FF9800","fontSize":12}""",
        ]),
        ("arrow-marks",
        [
            """{"name":"Arrow Mark Up","input":{"datetime":"2024-12-04","price":92.3,"text":"Low"}}""",
            """{"name":"Arrow Mark Down","input":{"datetime":"2024-12-31","price":103,"text":"High"}}""",
        ]),
        ("arrow-mark-overrides",
        [
            """{"type":"arrow_up","time":"2024-11-06","price":92.5,"text":"bold","fontBold":true,"fontSize":18,"color":"#2962FF"}""",
            """{"type":"arrow_down","time":"2024-10-09","price":108.2,"text":"italic","fontItalic":true,"arrowColor":"#000000"}""",
        ]),
        ("markers",
        [
            """{"type":"marker","time":"2024-11-06","side":"buy","text":"Buy 10 @ 94.10","price":94.1}""",
            """{"type":"marker","time":"2024-11-15","side":"sell","text":"Sell 10 @ 97.80","price":97.8}""",
            """{"type":"marker","time":"2024-12-04","side":"buy"}""",
            """{"type":"marker","time":"2024-12-31","side":"sell","text":"Exit"}""",
            """{"type":"marker","time":"2025-01-08","text":"Gap"}""",
        ]),
        ("marker-shapes",
        [
            """{"type":"marker","time":"2024-11-06","side":"buy","shape":"arrow","size":16,"text":"arrow"}""",
            """{"type":"marker","time":"2024-11-15","side":"sell","shape":"circle","text":"circle","color":"#7E57C2"}""",
            """{"type":"marker","time":"2024-12-04","side":"buy","shape":"square","text":"square","fontBold":false}""",
            """{"type":"marker","time":"2024-12-31","side":"sell","shape":"diamond","text":"diamond","fontSize":15}""",
            """{"type":"marker","time":"2024-10-10","price":104,"shape":"arrow","text":"event"}""",
        ]),
    ];

    private static (string, string[])[] Texts() =>
    [
        ("text", ["""{"name":"Text","input":{"datetime":"2024-11-12","price":105,"text":"Consolidation\nsince November"}}"""]),
        ("text-overrides",
        [
            """{"type":"text","time":"2024-11-12","price":107,"text":"filled and bordered","fillBackground":true,"showBorder":true,"fontBold":true}""",
            """{"type":"text","time":"2024-11-12","price":103,"text":"italic","fontItalic":true,"fontSize":24,"color":"#E91E63"}""",
            """{"type":"text","time":"2025-01-12","price":93,"text":"moved in from the edge","showBorder":true}""",
        ]),
        ("callout",
            ["""{"name":"Callout","input":{"startDatetime":"2024-12-04","startPrice":92.2,"endDatetime":"2024-11-25","endPrice":105,"text":"Double bottom"}}"""]),
        ("callout-overrides",
        [
            """{"type":"callout","start":"2024-12-31","startPrice":103,"end":"2024-11-26","endPrice":106,"text":"High of the month","transparency":0,"fontBold":true,"lineWidth":2,"borderColor":"#000000","backgroundColor":"#FFEB3B","textColor":"#000000"}""",
            """{"type":"callout","start":"2024-11-06","startPrice":92.5,"end":"2024-10-16","endPrice":93.5,"text":"A longer text that has to be broken between words because it is wider than half of the pane would be","fontSize":11,"fontItalic":true}""",
        ]),
        ("note", ["""{"type":"note","text":"Broke the average on rising volume","time":"2024-12-16"}"""]),
        ("notes-in-corners",
        [
            """{"type":"note","text":"Plan: buy above 103.50,\nstop 99.80","corner":"top_left"}""",
            """{"type":"note","text":"Prepared 2025-01-13"}""",
            """{"type":"note","text":"Second note of this corner","fontItalic":true}""",
            """{"type":"note","text":"No box, bold","corner":"bottom_left","showBorder":false,"fillBackground":false,"fontBold":true}""",
            """{"type":"note","text":"Source: made-up bars","corner":"bottom_right","fontSize":10,"color":"#787B86"}""",
        ]),
    ];
}
