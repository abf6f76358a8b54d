using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>What the axes say about pixels and prices is where things are drawn, whatever the scale.</summary>
public sealed class AxisMappingTests
{
    private const int First = 20;

    public static TheoryData<string, bool, int> Scales()
    {
        var data = new TheoryData<string, bool, int>();
        foreach (string mode in ScaleModes.Names)
        {
            foreach (bool inverted in (bool[])[false, true])
            {
                foreach (int ratio in (int[])[1, 2]) data.Add(mode, inverted, ratio);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void Close_IsDrawnWithinAPixelOfItsRow(string modeName, bool inverted, int ratio)
    {
        Assert.True(ScaleModes.TryParse(modeName, out ScaleMode mode));
        for (uint seed = 1; seed <= 6; seed++)
        {
            BarSeries bars = Dashes(TestSeries.Daily(First + 30, seed));
            ChartSpec spec = TestSpecs.Daily() with
            {
                Scale = new ScaleOptions { Mode = mode, IsInverted = inverted },
                Display = new DisplayOptions
                {
                    ShowLegend = false, ShowPriceLine = false, ShowVerticalGrid = false, ShowHorizontalGrid = false,
                },
                FirstVisible = First,
                ShowVolume = false,
                PixelRatio = ratio,
            };
            ComposedChart chart = ChartComposer.Compose(spec, bars);
            Picture picture = PngFile.Read(PngEncoder.Encode(chart.Scene));
            PaneAxis axis = chart.Axes.Panes[0];
            for (int i = First; i < bars.Count; i++)
            {
                int x = (int)Math.Floor(chart.Axes.FirstX + (i - First) * chart.Axes.Spacing + 0.5);
                double row = AxisRows.RowOf(axis, bars.Closes[i]);
                Assert.InRange(DrawnRow(picture, x), row - 1.001, row + 1.001 + ratio);
            }
        }
    }

    /// <summary>The first row of a column that is not background.</summary>
    private static int DrawnRow(Picture picture, int x)
    {
        for (int y = 0; y < picture.Height; y++)
        {
            if (picture[x, y] != (255, 255, 255)) return y;
        }

        return -1;
    }

    /// <summary>Bars that did not move are drawn as one dash each.</summary>
    private static BarSeries Dashes(BarSeries bars)
    {
        var flat = new Bar[bars.Count];
        for (int i = 0; i < flat.Length; i++)
        {
            double close = bars.Closes[i];
            flat[i] = new Bar(bars.OpenTimesMs[i], close, close, close, close, double.NaN);
        }

        return new BarSeries(bars.Interval, flat);
    }
}
