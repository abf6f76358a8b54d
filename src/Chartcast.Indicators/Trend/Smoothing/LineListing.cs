using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.Smoothing;

/// <summary>Makes listings of overlays that are one line computed from one price.</summary>
internal static class LineListing
{
    public static IndicatorListing Create(LineForm form)
    {
        IReadOnlyList<IndicatorParameter> parameters = form.Parameters;
        return new IndicatorListing
        {
            Name = form.Names[0],
            Aliases = [.. form.Names.Skip(1)],
            ShortTitle = form.ShortTitle,
            Description = form.Description,
            IsOverlay = true,
            Parameters = parameters,
            Outputs = [PaneForms.Line(form.PlotKey, form.Color)],
            LegendInputs = [.. parameters.Where((_, i) => i != form.Offset).Select(parameter => parameter.Key)],
            WarmUpBars = inputs => form.WarmUpBars(inputs) + Math.Max(Shift(form, inputs), 0),
            RemembersStart = form.RemembersStart,
            OffsetBars = inputs => [Shift(form, inputs)],
            Stream = context => new PriceLine(
                form.Start(context),
                form.Source == LineForm.None ? PriceSource.Close : context.Source(form.Source)),
        };
    }

    private static int Shift(LineForm form, IReadOnlyList<double> inputs) =>
        form.Offset == LineForm.None ? 0 : (int)inputs[form.Offset];

    private sealed class PriceLine(Func<double, double> line, PriceSource source) : IndicatorStream
    {
        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes) =>
            values[0] = line(bar.Price(source));
    }
}
