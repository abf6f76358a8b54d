using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Specs;

public sealed class StudyInputsTests
{
    private static readonly IndicatorListing Listing = TestListings.WithParameters(
        new IndicatorParameter("in_0", "length", ParameterKind.Integer, 14, 1, 100, [], []),
        new IndicatorParameter("in_1", "is centred", ParameterKind.Switch, 0, 0, 1, [], ["centered"]));

    [Theory]
    [InlineData("in_0", "14.0", 14)]
    [InlineData("in_0", "1e1", 10)]
    [InlineData("in_1", "true", 1)]
    [InlineData("in_1", "false", 0)]
    public void ReadExact_TakesWhatTheKindHas(string key, string value, double expected)
    {
        (IReadOnlyList<IndicatorInput> inputs, List<SpecFault> faults) = Read(key, value);

        Assert.Empty(faults);
        Assert.Equal(expected, inputs.Single(input => input.Key == key).Value);
    }

    [Theory]
    [InlineData("in_0", "true", "a whole number from 1 to 100")]
    [InlineData("in_0", "\"14\"", "a whole number from 1 to 100")]
    [InlineData("in_0", "14.5", "a whole number from 1 to 100")]
    [InlineData("in_0", "[14]", "a whole number from 1 to 100")]
    [InlineData("in_1", "1", "true or false")]
    [InlineData("in_1", "\"true\"", "true or false")]
    [InlineData("in_1", "null", "true or false")]
    public void ReadExact_RefusesOtherTypes_SayingWhatIsRight(string key, string value, string remedy)
    {
        SpecFault fault = Assert.Single(Read(key, value).Faults);

        Assert.Equal("input." + key, fault.Field);
        Assert.Contains(remedy, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", 1, 0)]
    [InlineData("false", 0, 0)]
    [InlineData("1", 0, 1)]
    [InlineData("yes", 0, 1)]
    public void SetPositional_TakesSwitchesAsWords(string text, double expected, int faultCount)
    {
        var faults = new List<SpecFault>();
        var inputs = new StudyInputs(Listing, faults);
        inputs.SetPositional(1, text, "here");

        Assert.Equal(expected, inputs.Complete()[1].Value);
        Assert.Equal(faultCount, faults.Count);
    }

    [Fact]
    public void ReadExact_SaysWhy_AWordThatOthersKnowIsRefused()
    {
        var faults = new List<SpecFault>();
        Assert.Null(StudySpecReader.Read(
            JsonElement.Parse("""{"name":"VWAP Auto Anchored","input":{"anchor":"Splits"}}"""), "here", faults));
        SpecFault fault = Assert.Single(faults);
        Assert.Equal("here.input.anchor", fault.Field);
        Assert.StartsWith(
            "'Splits' is not offered: there are no dates of splits. It is one of Auto, Highest High,", fault.Message);
    }

    private static (IReadOnlyList<IndicatorInput> Inputs, List<SpecFault> Faults) Read(string key, string value)
    {
        var faults = new List<SpecFault>();
        var inputs = new StudyInputs(Listing, faults);
        using JsonDocument document = JsonDocument.Parse($"{{\"{key}\":{value}}}");
        inputs.ReadExact(document.RootElement.EnumerateObject().First(), "input." + key);
        return (inputs.Complete(), faults);
    }
}
