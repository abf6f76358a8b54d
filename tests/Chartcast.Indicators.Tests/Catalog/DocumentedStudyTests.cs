using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Tests.Catalog;

/// <summary>The catalogue against Chart-IMG's documentation.</summary>
public sealed class DocumentedStudyTests
{
    private const int StudyCount = 92;

    /// <summary>Where our range begins later than the documented one, and why.</summary>
    private static readonly Dictionary<(string Study, string Key), (double Minimum, string Reason)> Narrowed = new()
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
            if (input.Minimum is { } minimum)
            {
                bool isNarrowed = Narrowed.TryGetValue((name, input.Key), out (double Minimum, string Reason) narrowed);
                Assert.Equal(isNarrowed ? narrowed.Minimum : minimum, parameter.Minimum);
                Assert.False(isNarrowed && narrowed.Minimum == minimum, "no difference any more");
            }

            if (input.Maximum is { } maximum) Assert.Equal(maximum, parameter.Maximum);
            Assert.Equal(input.Choices.Order(), parameter.Choices.Order());
        });
    }
}
