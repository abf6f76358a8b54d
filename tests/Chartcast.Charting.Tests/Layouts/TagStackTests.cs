using Chartcast.Charting.Layouts;
using Chartcast.Charting.Models;

namespace Chartcast.Charting.Tests.Layouts;

public sealed class TagStackTests
{
    [Fact]
    public void Place_PushesAwayFromTheMainTag()
    {
        List<AxisTag> tags = [Tag(100, isMain: true), Tag(95), Tag(92), Tag(104)];
        TagStack.Place(tags, 300, 17);
        Assert.Equal([66, 83, 100, 117], tags.Select(tag => tag.PlacedRow));
        Assert.True(tags[2].IsMain);
    }

    [Fact]
    public void Place_LeavesTagsAloneThatDoNotTouch()
    {
        List<AxisTag> tags = [Tag(200), Tag(50, isMain: true), Tag(100)];
        TagStack.Place(tags, 300, 17);
        Assert.Equal([50, 100, 200], tags.Select(tag => tag.PlacedRow));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(298)]
    public void Place_ShiftsGroupsBackIntoThePane(double row)
    {
        List<AxisTag> tags = [Tag(row, isMain: true), Tag(row), Tag(row), Tag(row)];
        TagStack.Place(tags, 300, 17);
        AssertApart(tags, 300);
    }

    [Fact]
    public void Place_NeverOverlapsOrLeavesThePane_WhateverTheRows()
    {
        var random = new Random(5);
        for (int round = 0; round < 500; round++)
        {
            double height = 30 + random.Next(300);
            List<AxisTag> tags = [];
            for (int i = random.Next(1, 25); i > 0; i--)
                tags.Add(Tag(random.NextDouble() * height, isMain: i == 3));
            TagStack.Place(tags, height, 17);
            AssertApart(tags, height);
        }
    }

    private static void AssertApart(List<AxisTag> tags, double height)
    {
        Assert.NotEmpty(tags);
        for (int i = 0; i < tags.Count; i++)
        {
            Assert.InRange(tags[i].PlacedRow, 8.5 - 1e-9, Math.Max(8.5, height - 8.5) + 1e-9);
            if (i > 0) Assert.True(tags[i].PlacedRow - tags[i - 1].PlacedRow >= 17 - 1e-9);
        }
    }

    private static AxisTag Tag(double row, bool isMain = false) => new() { Row = row, IsMain = isMain };
}
