namespace Chartcast.App.Tests.ChartImgApi.Coverage;

/// <summary>Endpoints, answers and quirks of the documentation, each with the test that proves it.</summary>
public static class CoveredRules
{
    /// <summary>Endpoint, what is not done (empty for nothing), test.</summary>
    public static IReadOnlyList<(string Endpoint, string Note, string Test)> Endpoints { get; } =
    [
        ("GET /v1/tradingview/mini-chart", "", "QueryChartTests.MiniDefaults_AreAMonthAsADarkArea"),
        ("GET /v1/tradingview/mini-chart/storage", "", "QueryChartTests.Storage_HasTheShapeOfV1"),
        ("GET /v1/tradingview/advanced-chart", "", "QueryChartTests.AdvancedDefaults_AreDark_WithVolume"),
        ("GET /v1/tradingview/advanced-chart/storage", "", "QueryChartTests.Storage_HasTheShapeOfV1"),
        ("POST /v2/tradingview/advanced-chart", "", "AdvancedChartTests.Defaults_AreThoseOfV2_WithoutABody"),
        ("POST /v2/tradingview/advanced-chart/storage", "",
            "StoredPictureTests.V2Storage_TellsUrlEtagAndExpire_AndServesThePicture"),
        ("POST /v2/tradingview/layout-chart/{id}", "layouts are files of this server, not of TradingView",
            "LayoutChartTests.Layout_DrawsWhatItsFileSays_WithoutABody"),
        ("POST /v2/tradingview/layout-chart/storage/{id}", "layouts are files of this server, not of TradingView",
            "LayoutChartTests.Storage_StandsBeforeTheId_AndTellsTheSize"),
        ("GET /v3/tradingview/exchange/list", "exchanges of this server's feeds",
            "ExchangeTests.List_HasTheExchangesOfTheFeeds"),
        ("GET /v3/tradingview/exchange/{id}",
            "symbols of this server's feeds; currency and logos are null",
            "ExchangeTests.Symbol_HasTheFieldsOfTheSample"),
        ("GET link of a stored picture", "", "StoredPictureTests.Link_IsServedUntilItExpires_AndIsNotFoundAfterwards"),
    ];

    /// <summary>What is answered when, and test.</summary>
    public static IReadOnlyList<(string Rule, string Test)> Answers { get; } =
    [
        ("200, picture of exactly the asked size and format", "AdvancedChartTests.Image_HasExactlyTheAskedSizeAndFormat"),
        ("400 no JSON", "HostileCallTests.NoJsonObject_IsABadRequest"),
        ("400 another content type", "HostileCallTests.OtherContentTypes_AreABadRequest"),
        ("401 `Invalid Request` (on purpose only)", "FaultSwitchTests.Error_HasTheDocumentedStatusAndWords"),
        ("403 `Forbidden`: no key or a wrong one", "ApiKeyTests.Key_TravelsByTheRuleOfItsVersion"),
        ("403 `Layout Forbidden`", "LayoutChartTests.PrivateLayout_IsForbidden_WithoutASession"),
        ("403 `Exceed Max Usage Resolution Limit (WxH)`", "PlanTests.Limits_AreThoseOfTheTable_InTheWordsOfTheApi"),
        ("403 `Exceed Max Usage Parameter Limit (N)`", "PlanTests.Limits_AreThoseOfTheTable_InTheWordsOfTheApi"),
        ("404 unknown path or method; v1's own words", "AdvancedChartTests.UnknownPathOrMethod_IsRouteNotFound"),
        ("404 unknown layout", "LayoutChartTests.UnknownLayout_IsNotFound"),
        ("409 `Session Disconnected` (on purpose only)", "FaultSwitchTests.Error_HasTheDocumentedStatusAndWords"),
        ("422 list of `value`, `msg`, `param`, `location`", "FieldErrorTests.KnownTexts_AreWordForWord"),
        ("422 every wrong field at once", "FieldErrorTests.EveryWrongField_IsTold_AtOnce"),
        ("422 `Invalid Symbol`", "AdvancedChartTests.UnknownSymbol_IsInvalidSymbol"),
        ("422 `Invalid Interval`", "AdvancedChartTests.IntervalThatIsNotOffered_IsInvalidInterval"),
        ("422 `Invalid Request`", "AdvancedChartTests.RangeWithoutBars_IsInvalidRequest"),
        ("422 in v1: `{\"error\":…}` and `{\"errors\":[…]}`", "QueryChartTests.WrongParameters_AreErrorsUnderErrors"),
        ("422 in v1: `Invalid symbol.`", "QueryChartTests.UnknownSymbol_IsInvalidSymbol_InV1sWords"),
        ("429 `Too Many Requests`: rate with burst", "PlanTests.Rate_LetsABurstPass_AndThenSoManyASecond"),
        ("429 `Too Many Requests`: the queue is full", "AdvancedChartTests.FullQueue_IsTooManyRequests_WithATimeToComeBack"),
        ("429 `Limit Exceeded`: the day is used up",
            "PlanTests.Day_CountsCallsThatFailToo_ButNotThoseThatCameTooFast_AndBeginsAnewAtMidnightUtc"),
        ("500 and both 504, in the words of each version", "FaultSwitchTests.Error_HasV1sWords_OnV1sPaths"),
        ("storage: v1 has `size`, `expireAt`, `createdAt`, `cors`", "QueryChartTests.Storage_HasTheShapeOfV1"),
        ("storage: v2 has `url`, `etag`, `expire`",
            "StoredPictureTests.V2Storage_TellsUrlEtagAndExpire_AndServesThePicture"),
        ("storage: a layout's has `size` too", "LayoutChartTests.Storage_StandsBeforeTheId_AndTellsTheSize"),
        ("storage: kept as many days as the plan says", "PlanTests.StoredPictures_AreKeptAsLongAsThePlanSays"),
        ("slow answers: 4 s, 9 s, 120 s (on purpose only)", "FaultSwitchTests.SlowAnswer_IsRight_AndComesLate"),
        ("half a picture (on purpose only)", "FaultSwitchTests.Truncated_PromisesMoreThanItSends"),
        ("HTML with 200 (on purpose only)", "FaultSwitchTests.Html_ComesWith200"),
        ("no `Retry-After` and no rate-limit headers with a plan's 429",
            "PlanTests.Rate_LetsABurstPass_AndThenSoManyASecond"),
        ("watermark for the larger plans only", "PlanTests.Watermark_IsForTheLargerPlans"),
        ("one object counts one; overrides do not count", "PlanTests.Overrides_DoNotCount"),
    ];

    /// <summary>Quirks that clients have met, and test.</summary>
    public static IReadOnlyList<(string Rule, string Test)> Quirks { get; } =
    [
        ("unknown keys are ignored, at the top, in `input` and in `override`",
            "FieldErrorTests.UnknownKeys_AreIgnored_AsV2Does"),
        ("a known key of the wrong type is refused", "FieldErrorTests.WhatV2DoesNotTake_IsRefused_ByItsPath"),
        ("v1 names and codes are no names of v2", "FieldErrorTests.KnownTexts_AreWordForWord"),
        ("both `column` and `columns` are taken", "AdvancedChartReaderTests.Read_TakesBothSpellings"),
        ("volume has to be asked for in v2, and is there in v1", "AdvancedChartTests.Defaults_AreThoseOfV2_WithoutABody"),
        ("the 403 carries the limit", "PlanTests.Limits_AreThoseOfTheTable_InTheWordsOfTheApi"),
        ("a named range wins over the interval", "AdvancedChartReaderTests.Read_LetsANamedRangeDecideTheInterval"),
        ("a layout takes no studies, drawings, theme or range", "LayoutChartTests.KeysOfOtherEndpoints_AreIgnored"),
        ("colours: rgb and rgba, an alpha of one decimal", "FieldErrorTests.Colors_OfTheDocumentedForm_AreTaken"),
        ("bare symbols in v1", "QueryChartTests.BareSymbol_IsFoundAmongTheFeeds"),
        ("older small-letter intervals of the mini chart", "QueryChartTests.Parameters_AreThoseOfTheDocumentation"),
        ("formulas over symbols", "AdvancedChartTests.Formula_IsDrawn"),
        ("every documented interval, chart type, scale, range and time zone",
            "DocumentedSampleTests.EveryWord_OfTheDocumentation_IsTaken"),
        ("bodies of public clients, as they are", "DocumentedSampleTests.Body_OfAPublicClient_Draws"),
        ("the query of the vendor's first bots", "QueryChartTests.SampleQuery_OfTheAuthorsClients_Draws"),
        ("the vendor's bot itself, its address alone set",
            "ChartImgClientTests.VendorsOwnBot_GetsItsCharts_WithItsAddressAloneSet"),
        ("curl, axios and requests, the base address alone changed",
            "ChartImgClientTests.Axios_GetsCharts_AndReadsErrorsOfBothShapes"),
        ("a stored link is there after a crash", "ChartImgClientTests.StoredPicture_SurvivesAKill"),
    ];
}
