using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Catalog;

/// <summary>The catalogue against Chart-IMG's documentation.</summary>
public sealed class DocumentedStudyTests
{
    private const int StudyCount = 92;

    /// <summary>Where values begin later than the documented range, and why.</summary>
    private static readonly Dictionary<(string Study, string Key), (double From, string Reason)> Meaningless = new()
    {
        [("Arnaud Legoux Moving Average", "in_0")] = (1, "a window of no bars has no mean"),
        [("Standard Error Bands", "periods")] = (3, "a line through two points has no error"),
        [("Average Directional Index", "in_0")] = (1, "a length counts bars"),
        [("Average Directional Index", "in_1")] = (1, "a length counts bars"),
        [("Choppiness Index", "in_0")] = (2, "the logarithm of one bar, by which it divides, is 0"),
        [("Coppock Curve", "in_0")] = (1, "a length counts bars"),
    };

    /// <summary>Multipliers that are documented as whole numbers while TradingView takes fractions.</summary>
    private static readonly (string Study, string Key)[] Fractional =
        [("Super Trend", "in_1"), ("Keltner Channels", "in_2")];

    public static TheoryData<string> Known() => [.. DocumentedStudy.All
        .Where(study => IndicatorCatalog.All.Any(listing => listing.Name == study.Name))
        .Select(study => study.Name)];

    [Fact]
    public void Documentation_HasAllStudies() => Assert.Equal(StudyCount, DocumentedStudy.All.Count);

    [Fact]
    public void Catalogue_HoldsEveryDocumentedStudy() => Assert.Empty(
        DocumentedStudy.All.Select(study => study.Name).Except(IndicatorCatalog.All.Select(listing => listing.Name)));

    [Theory]
    [MemberData(nameof(Known))]
    public void Listing_TakesTheDocumentedInputs(string name)
    {
        DocumentedStudy study = DocumentedStudy.All.Single(one => one.Name == name);
        IndicatorListing listing = IndicatorCatalog.All.Single(one => one.Name == name);
        Assert.Equal(study.IsOverlay, listing.IsOverlay);
        Assert.Equal(
            study.Inputs.Select(input => input.Key),
            listing.Parameters.Take(study.Inputs.Count).Select(parameter => parameter.Key));
        Assert.All(study.Inputs.Zip(listing.Parameters), pair =>
        {
            (DocumentedInput input, IndicatorParameter parameter) = pair;
            Assert.Equal(Fractional.Contains((name, input.Key)) ? ParameterKind.Number : input.Kind, parameter.Kind);
            Assert.Equal(input.Default, DocumentedInput.Written(parameter));
            if (input.Minimum is { } minimum) Assert.Equal(minimum, parameter.Minimum);
            if (input.Maximum is { } maximum) Assert.Equal(maximum, parameter.Maximum);
            Assert.Equal(
                Meaningless.TryGetValue((name, input.Key), out (double From, string Reason) first)
                    ? first.From
                    : parameter.Minimum,
                parameter.ValuesFrom);
            Assert.Equal(input.Choices.Order(), parameter.Choices.Order());
        });
    }

    public static TheoryData<string, string, double> WithoutMeaning()
    {
        var data = new TheoryData<string, string, double>();
        foreach (((string study, string key), (double from, _)) in Meaningless)
        {
            DocumentedInput input = DocumentedStudy.All.Single(one => one.Name == study).Inputs
                .Single(one => one.Key == key);
            data.Add(study, key, input.Minimum!.Value);
            data.Add(study, key, from - 1);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(WithoutMeaning))]
    public void Compute_GivesNoValue_ForAnInputBelowTheFirstThatHasOne(string name, string key, double value)
    {
        IndicatorListing listing = IndicatorCatalog.All.Single(one => one.Name == name);
        double[] Inputs(double given) =>
            [.. listing.Parameters.Select(parameter => parameter.Key == key ? given : parameter.Default)];
        BarSeries bars = Computed.Flat([.. Enumerable.Range(1, 200).Select(i => 100 + 9 * Math.Sin(i))]);

        Assert.Equal(key, listing.TooSmall(Inputs(value))?.Key);
        Assert.All(
            listing.Compute(bars, Inputs(value)), plot => Assert.Equal(Enumerable.Repeat(double.NaN, 200), plot.Values));
        Assert.Equal(0, listing.WarmUpBars(Inputs(value)));
        double first = listing.Parameters.Single(parameter => parameter.Key == key).ValuesFrom;
        Assert.Contains(listing.Compute(bars, Inputs(first)), plot => plot.Values.Any(double.IsFinite));
    }
}
