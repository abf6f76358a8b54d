using Chartcast.App.Answers;

namespace Chartcast.App.Tests.Answers;

public sealed class ChartTableTextTests
{
    [Theory]
    [InlineData("close", "close")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+x", "'+x")]
    [InlineData("-x", "'-x")]
    [InlineData("@x", "'@x")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    public void Cell_IsNeverAFormula(string text, string cell) => Assert.Equal(cell, ChartTableText.Cell(text));

    [Theory]
    [InlineData(1234567.891, "1,234,567.9")]
    [InlineData(0.000012345678, "0.000012345678")]
    [InlineData(0, "0")]
    [InlineData(-42.5, "-42.5")]
    [InlineData(double.NaN, "unknown")]
    public void Number_IsReadable(double value, string text) => Assert.Equal(text, ChartText.Number(value));

    [Fact]
    public void OneLine_RemovesWhatCouldMislead()
    {
        string line = ChartText.OneLine("a\r\nb\u202ec\u0007" + new string('x', 1000));
        Assert.DoesNotContain(line, char.IsControl);
        Assert.DoesNotContain('\u202e', line);
        Assert.True(line.Length <= 401);
    }
}
