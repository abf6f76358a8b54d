using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Series;

/// <summary>Specifications for tests.</summary>
internal static class TestSpecs
{
    public static ChartSpec Daily(params IReadOnlyList<StudySpec> studies) => new()
    {
        Symbol = "NASDAQ:TEST",
        Interval = BarInterval.Day,
        WidthPx = 640,
        HeightPx = 420,
        Studies = studies,
    };

    public static ChartSpec Intraday(string interval, string timeZone) => Daily() with
    {
        Interval = BarInterval.Parse(interval),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(timeZone),
    };

    public static StudySpec Study(string name, params IReadOnlyList<(string Key, double Value)> inputs) =>
        Study(name, null, inputs);

    public static StudySpec Study(
        string name,
        Dictionary<string, StudyStyleValue>? overrides,
        IReadOnlyList<(string Key, double Value)> inputs,
        bool forceOverlay = false)
    {
        Assert.True(IndicatorCatalog.TryFind(name, out IndicatorListing? listing), $"no indicator '{name}'");
        IndicatorInput[] values =
        [
            .. listing.Parameters.Select(parameter => new IndicatorInput(
                parameter.Key, parameter.Default,
                parameter.Kind == ParameterKind.Symbol ? parameter.DefaultText : null)),
        ];
        foreach ((string key, double value) in inputs)
        {
            int index = listing.Parameters.ToList().FindIndex(parameter => parameter.Key == key);
            Assert.True(index >= 0, $"{name} has no input '{key}'");
            values[index] = new IndicatorInput(key, value);
        }

        return new StudySpec(listing, values, overrides ?? [], forceOverlay);
    }
}
