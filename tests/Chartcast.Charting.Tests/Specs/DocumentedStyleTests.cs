using System.Text.Json;
using System.Text.Json.Nodes;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Catalog;

namespace Chartcast.Charting.Tests.Specs;

/// <summary>Style keys of studies against Chart-IMG's documentation.</summary>
public sealed class DocumentedStyleTests
{
    public static TheoryData<string> Known() => [.. DocumentedStudy.All
        .Where(study => IndicatorCatalog.All.Any(listing => listing.Name == study.Name))
        .Select(study => study.Name)];

    [Theory]
    [MemberData(nameof(Known))]
    public void Read_TakesEveryDocumentedKey(string name)
    {
        DocumentedStudy study = DocumentedStudy.All.Single(one => one.Name == name);
        Assert.All(study.Overrides, style => Assert.NotNull(Read(name, style.Key, style.Table)));
        Assert.All(study.Overrides, style => Assert.NotNull(Read(name, style.Key, style.Sample)));
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Read_FindsTheDocumentedDefaultsInTheStudy(string name)
    {
        DocumentedStudy study = DocumentedStudy.All.Single(one => one.Name == name);
        string[] others =
        [
            .. study.Overrides
                .Select(style => (style.Key, Value: TradingViewsOf(name, style)))
                .Where(style => Read(name, style.Key, style.Value)!.Overrides.Count > 0)
                .Select(style => $"{style.Key} is not {style.Value}"),
        ];
        Assert.Empty(others);
    }

    // Where table and sample differ the sample has what TradingView draws, with one exception.
    private static string TradingViewsOf(string name, DocumentedOverride style) =>
        (name, style.Key) is ("Chaikin Oscillator", "Plot.color") ? style.Table : style.Sample;

    private static StudySpec? Read(string name, string key, string value)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["override"] = new JsonObject { [key] = ValueOf(value) },
        };
        var faults = new List<SpecFault>();
        StudySpec? spec = StudySpecReader.Read(
            JsonDocument.Parse(body.ToJsonString()).RootElement, "studies[0]", faults);
        Assert.True(spec is not null, string.Join('\n', faults.Select(fault => $"{fault.Field} {fault.Message}")));
        return spec;
    }

    private static JsonNode? ValueOf(string value) =>
        value is "true" or "false" || double.TryParse(value, out _)
            ? JsonNode.Parse(value)
            : JsonValue.Create(value);
}
