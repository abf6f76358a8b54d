using Chartcast.Charting.Views;

namespace Chartcast.Charting.Tests.Views;

public sealed class ColorRunsTests
{
    private const double None = double.NaN;

    [Fact]
    public void Parts_BeginWithTheLastValueOfThePartBefore() => Assert.Equal(
        [(0, 2, 0), (1, 3, 1), (2, 5, 0)],
        Parts([1, 2, 3, 4, 5], [0, 0, 1, 0, 0]));

    [Fact]
    public void MissingValues_BelongToThePartTheyFollow_WhateverTheirColour() => Assert.Equal(
        [(0, 4, 1), (1, 5, 0)],
        Parts([1, 2, None, None, 5], [1, 1, 0, 1, 0]));

    [Fact]
    public void OneColour_MakesOnePart() => Assert.Equal([(0, 3, 2)], Parts([1, 2, 3], [2, 2, 2]));

    [Fact]
    public void ValuesThatShareAPixel_ShareAColour() => Assert.Equal(
        [(0, 4, 1), (2, 6, 0)],
        Parts([1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 1, 0], group: 2));

    [Fact]
    public void NoValues_MakeNoPart() => Assert.Empty(Parts([], []));

    private static List<(int From, int To, int Color)> Parts(double[] values, byte[] colors, int group = 1)
    {
        var parts = new List<(int, int, int)>();
        var runs = new ColorRuns(values, colors, (0, values.Length), group);
        while (runs.MoveNext()) parts.Add((runs.Part.From, runs.Part.To, runs.Color));
        return parts;
    }
}
