using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.SeveralAverages;

/// <summary>Makes listings of several averages of the same price.</summary>
internal static class SeveralAveragesListing
{
    private const double Longest = 10_000;
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

    /// <summary>Averages in the exact form of the documented studies: <c>firstPeriods</c> and so on, <c>Plot 1</c> and
    /// so on.</summary>
    /// <param name="lengths">Default length and colour of each.</param>
    public static IReadOnlyList<AverageForm> Numbered(params (int Length, string Color)[] lengths) =>
    [
        .. lengths.Select((average, i) => new AverageForm(
            $"{Ordinals[i]}Periods", Ordinals[i], average.Length, $"Plot {i + 1}", average.Color,
            Ordinals[i], $"length{i + 1}", $"period{i + 1}")),
    ];

    public static IndicatorListing Create(SeveralAveragesForm form)
    {
        int count = form.Averages.Count, source = count, method = form.HasSource ? count + 1 : count;
        List<IndicatorParameter> parameters =
        [
            .. form.Averages.Select(average => ParameterForms.Whole(
                average.Key, $"length of the {average.Word} average in bars", average.Length, Longest,
                average.FriendlyKeys)),
        ];
        if (form.HasSource) parameters.Add(ParameterForms.Source("source"));
        if (form.Kind is null) parameters.Add(OverlayForms.Method("method"));
        SmoothingKind KindOf(IReadOnlyList<double> inputs) => form.Kind ?? (SmoothingKind)inputs[method];
        return new IndicatorListing
        {
            Name = form.Names[0],
            Aliases = [.. form.Names.Skip(1)],
            ShortTitle = form.ShortTitle,
            Description = form.Description,
            IsOverlay = true,
            Parameters = parameters,
            Outputs = [.. form.Averages.Select(average => PaneForms.Line(average.PlotKey, average.Color))],
            LegendInputs = [.. form.Averages.Select(average => average.Key)],
            WarmUpBars = inputs =>
                inputs.Take(count).Max(length => SmoothingLine.WarmUpBars(KindOf(inputs), (int)length)),
            Stream = context => new Lines(
                KindOf(context.Inputs),
                [.. context.Inputs.Take(count).Select(length => (int)length)],
                form.HasSource ? context.Source(source) : PriceSource.Close),
        };
    }

    private sealed class Lines(SmoothingKind kind, int[] lengths, PriceSource source) : IndicatorStream
    {
        private readonly SmoothingLine[] _lines = [.. lengths.Select(length => new SmoothingLine(kind, length))];

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            double price = bar.Price(source);
            for (int i = 0; i < _lines.Length; i++) values[i] = _lines[i].Next(price);
        }
    }
}
