namespace Chartcast.ChartImgFake;

/// <summary>The lists of v3, shortened.</summary>
internal static class FakeLists
{
    public static byte[] Of(FakeRoute route) => (route.Kind, route.Id) switch
    {
        (FakeRouteKind.Exchanges, _) =>
            """{"updatedAt":"2025-06-12T00:00:00.000Z","payload":["NASDAQ","NYSE","BINANCE"]}"""u8.ToArray(),
        (_, "nasdaq") => """
            {"updatedAt":null,"payload":[
            {"symbol":"AAPL","description":"Apple Inc","type":"stock","exchange":"NASDAQ","currency_code":"USD","typespecs":["common"]},
            {"symbol":"NDX","description":"Nasdaq 100 Index","type":"index","exchange":"NASDAQ","typespecs":[]},
            {"symbol":"QQQ","description":"Invesco\u001b[31m QQQ","type":"fund","exchange":"NASDAQ"}]}
            """u8.ToArray(),
        _ => """{"message":"Not Found"}"""u8.ToArray(),
    };
}
