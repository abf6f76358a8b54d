namespace Chartcast.App.Tests.Operations;

/// <summary>The reader of the other tests refuses what collectors refuse.</summary>
public sealed class ExpositionTests
{
    [Fact]
    public void Parse_ReadsLabelsAndValues()
    {
        var read = Exposition.Parse("# HELP a_total What.\n# TYPE a_total counter\na_total{b=\"c\\\"d\\\\\",e=\"\"} 1.5e3\na_total{} 2\n");
        Assert.Equal("What.", Assert.Single(read.Families).Help);
        Assert.Equal(1500, read.Value("a_total", ("b", "c\"d\\"), ("e", "")));
    }

    [Theory]
    [InlineData("a 1\n")]
    [InlineData("# TYPE a gauge\na 1\n")]
    [InlineData("# HELP a A.\na 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na 1")]
    [InlineData("# HELP a A.\n# TYPE a gauge\nb 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na 1\na 2\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na{b=\"1\",b=\"2\"} 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na{b=1} 1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na one\n")]
    [InlineData("# HELP a A.\n# TYPE a kind\na 1\n")]
    [InlineData("# HELP a A.\n# TYPE a counter\na 1\n")]
    [InlineData("# HELP a_total A.\n# TYPE a_total counter\na_total -1\n")]
    [InlineData("# HELP a A.\n# TYPE a gauge\na 1\n# HELP b B.\n# TYPE b gauge\nb 1\n# HELP a A.\n# TYPE a gauge\na{c=\"d\"} 1\n")]
    [InlineData("# HELP a A.\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n")]
    [InlineData("# HELP a A.\n# TYPE a histogram\na_bucket{le=\"1\"} 1\na_sum 1\na_count 1\n")]
    public void Parse_Refuses_WhatIsNotRight(string text) => Assert.Throws<FormatException>(() => Exposition.Parse(text));
}
