using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Svg;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>Scenes and plots are in memory that the next chart uses: no chart may see another one's.</summary>
public sealed class LentMemoryTests
{
    private const int Threads = 4;
    private const int ChartsPerThread = 40;

    private static readonly StudySpec[] Studies =
    [
        TestSpecs.Study("Moving Average", ("length", 20)), TestSpecs.Study("Bollinger Bands"),
        TestSpecs.Study("MACD"), TestSpecs.Study("SuperTrend"),
    ];

    [Fact]
    public void TwoChartsInterleaved_AreAsEachAlone()
    {
        (ChartSpec oneSpec, BarSeries oneBars) = Case(0);
        (ChartSpec otherSpec, BarSeries otherBars) = Case(1);
        byte[] oneAlone = Png(oneSpec, oneBars), otherAlone = Png(otherSpec, otherBars);

        ComposedChart one = ChartComposer.Compose(oneSpec, oneBars);
        ComposedChart other = ChartComposer.Compose(otherSpec, otherBars);
        Assert.Equal(oneAlone, PngEncoder.Encode(one.Scene));
        one.Dispose();
        using ComposedChart third = ChartComposer.Compose(oneSpec, oneBars);
        Assert.Equal(otherAlone, PngEncoder.Encode(other.Scene));
        other.Dispose();
        Assert.Equal(oneAlone, PngEncoder.Encode(third.Scene));
    }

    [Fact]
    public async Task ChartsOfSeveralThreads_AreAsEachAlone()
    {
        (ChartSpec Spec, BarSeries Bars)[] cases = [.. Enumerable.Range(0, Threads).Select(Case)];
        byte[][] alone = [.. cases.Select(one => Png(one.Spec, one.Bars))];
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (int i = 0; i < ChartsPerThread; i++)
            {
                int which = (thread + i) % Threads;
                Assert.Equal(alone[which], Png(cases[which].Spec, cases[which].Bars));
            }
        }, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void PlotsReadBefore_StayAfterDisposing_AndAreThoseOfTheListing()
    {
        (ChartSpec spec, BarSeries bars) = Case(0);
        ComposedChart chart = ChartComposer.Compose(spec, bars);
        IReadOnlyList<IndicatorPlot>[] before = [.. chart.Studies.Select(static study => study.Plots)];
        chart.Dispose();
        Png(Case(1).Spec, Case(1).Bars);

        for (int i = 0; i < before.Length; i++)
        {
            StudySpec study = chart.Studies[i].Spec;
            IReadOnlyList<IndicatorPlot> expected =
                study.Listing.Compute(bars, [.. study.Inputs.Select(static input => input.Value)]);
            Assert.Same(before[i], chart.Studies[i].Plots);
            for (int plot = 0; plot < expected.Count; plot++)
            {
                Assert.Equal(expected[plot].Values, before[i][plot].Values);
                Assert.Equal(expected[plot].ColorIndexes, before[i][plot].ColorIndexes);
                Assert.Equal(expected[plot].Offset, before[i][plot].Offset);
            }
        }
    }

    [Fact]
    public void DisposedChart_Refuses_WhatItNoLongerHas_AndKeepsTheRest()
    {
        (ChartSpec spec, BarSeries bars) = Case(0);
        ComposedChart chart = ChartComposer.Compose(spec, bars);
        string altText = chart.AltText;
        chart.Dispose();
        chart.Dispose();

        Assert.Throws<ObjectDisposedException>(() => PngEncoder.Encode(chart.Scene));
        Assert.Throws<ObjectDisposedException>(() => SvgWriter.Write(chart.Scene, "", ""));
        Assert.Throws<ObjectDisposedException>(() => chart.Scene.Texts.First());
        Assert.Throws<ObjectDisposedException>(() => chart.Studies[0].Plots);
        Assert.Throws<ObjectDisposedException>(chart.TextTable);
        Assert.Equal(altText, chart.AltText);
        Assert.All(chart.Studies, static study => Assert.Contains(study.LastValues, double.IsFinite));
    }

    private static (ChartSpec Spec, BarSeries Bars) Case(int number)
    {
        ChartSpec spec = TestSpecs.Daily([.. Studies.Take(1 + number % Studies.Length), Studies[^1]]) with
        {
            WidthPx = 400 + 50 * number, HeightPx = 300, FirstVisible = 60,
        };
        return (spec, TestSeries.Daily(160 + number, seed: (uint)(number + 1)));
    }

    private static byte[] Png(ChartSpec spec, BarSeries bars)
    {
        using ComposedChart chart = ChartComposer.Compose(spec, bars);
        return PngEncoder.Encode(chart.Scene);
    }
}
