using Chartcast.Drawing.Fonts;

namespace Chartcast.Drawing.Tests.Fonts;

public sealed class TextMeasureTests
{
    [Fact]
    public void WidthPx_IsTheSumOfAdvances()
    {
        Assert.Equal(0, TextMeasure.WidthPx("", FontFace.Regular, 12));
        Assert.Equal(3 * 1151 * 12.0 / 2048, TextMeasure.WidthPx("123", FontFace.Regular, 12), 1e-9);
        Assert.Equal(TextMeasure.WidthPx("000.00", FontFace.Regular, 12),
            TextMeasure.WidthPx("194.28", FontFace.Regular, 12), 1e-9);
        Assert.Equal(2 * TextMeasure.WidthPx("Abc", FontFace.Medium, 10),
            TextMeasure.WidthPx("Abc", FontFace.Medium, 20), 1e-9);
    }

    [Fact]
    public void WidthPx_CountsTheBox_WhenACharacterIsUnknown()
    {
        double box = TextMeasure.WidthPx("\u4E2D", FontFace.Regular, 12);
        Assert.True(box > 0);
        Assert.Equal(box, TextMeasure.WidthPx("\U0001F600", FontFace.Regular, 12));
        Assert.Equal(box, TextMeasure.WidthPx("\uD800", FontFace.Regular, 12));
    }

    [Fact]
    public void Heights_ScaleWithTheSize()
    {
        Assert.Equal(1900 * 12.0 / 2048, TextMeasure.AscentPx(FontFace.Regular, 12), 1e-9);
        Assert.Equal(500 * 12.0 / 2048, TextMeasure.DescentPx(FontFace.Medium, 12), 1e-9);
        Assert.Equal(1456 * 12.0 / 2048, TextMeasure.CapHeightPx(FontFace.Regular, 12), 1e-9);
    }
}
