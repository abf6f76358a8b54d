using System.Text.Json;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Tests.Specs;

public sealed class StudyShorthandTests
{
    [Theory]
    [InlineData("keltner:20,2", 1, 20, 2)]
    [InlineData("keltner(14)", 1, 14, 1)]
    [InlineData("keltner:false,20,2", 0, 20, 2)]
    [InlineData("keltner:true", 1, 20, 1)]
    public void Positions_PassOverASwitchInFront(string text, double usesTrueRange, double length, double multiplier)
    {
        (StudySpec? study, List<SpecFault> faults) = Read(text);

        Assert.Empty(faults);
        Assert.Equal([usesTrueRange, length, multiplier], study!.Inputs.Select(input => input.Value));
    }

    [Fact]
    public void TooManyPositions_AreCountedWithoutTheSwitch()
    {
        string message = Assert.Single(Read("keltner:20,2,3").Faults).Message;

        Assert.Contains("at most 2", message, StringComparison.Ordinal);
        Assert.DoesNotContain("true range", message, StringComparison.OrdinalIgnoreCase);
    }

    private static (StudySpec? Study, List<SpecFault> Faults) Read(string text)
    {
        var faults = new List<SpecFault>();
        StudySpec? study = StudySpecReader.Read(JsonSerializer.SerializeToElement(text), "indicators[0]", faults);
        return (study, faults);
    }
}
