using Chartcast.Charting.Models;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Views;

/// <summary>Draws vertical lines joined where they turn, thick and thin as <see cref="KagiPhase"/> has it.</summary>
internal static class KagiView
{
    private const double UsualUpPx = 3;
    private const double UsualDownPx = 1;

    public static void Draw(SceneBuilder scene, Chart chart)
    {
        BarSeries bars = chart.Bars;
        var pens = new Pens(chart);
        var phase = new KagiPhase(bars);
        for (int i = 0; i <= chart.Last; i++)
        {
            double open = bars.Opens[i];
            double close = bars.Closes[i];
            bool isUp = phase.IsUp;
            bool turns = phase.Next(open, close, out double change);
            if (i < chart.First) continue;
            if (i > chart.First) pens.Join(scene, i - 1, open, isUp);
            pens.Rise(scene, i, (open, change), isUp);
            if (turns) pens.Rise(scene, i, (change, close), !isUp);
        }
    }

    private readonly struct Pens
    {
        private readonly Chart _chart;
        private readonly CrispPen _up;
        private readonly CrispPen _down;

        public Pens(Chart chart)
        {
            _chart = chart;
            SeriesStyle style = chart.SeriesStyle;
            _up = new CrispPen(style.Color("upColor", chart.Theme.Up), Width("upLineWidth", UsualUpPx));
            _down = new CrispPen(style.Color("downColor", chart.Theme.Down), Width("downLineWidth", UsualDownPx));

            int Width(string name, double usual) =>
                Math.Max(1, DevicePixels.Round(style.Number(name, usual) * chart.Ratio));
        }

        /// <summary>Draws a vertical line between two prices.</summary>
        public void Rise(SceneBuilder scene, int index, (double From, double To) prices, bool isUp)
        {
            CrispPen pen = isUp ? _up : _down;
            Pane pane = _chart.PricePane;
            (int top, int bottom) = _chart.RowsOf(pane, pane.Scale, prices.From, prices.To);
            CrispLines.Vertical(scene, _chart.ColumnOf(index), top, bottom + 1, pen);
        }

        /// <summary>Draws the turn from one line to the next.</summary>
        public void Join(SceneBuilder scene, int index, double price, bool isUp)
        {
            CrispPen pen = isUp ? _up : _down;
            Pane pane = _chart.PricePane;
            int half = pen.ThicknessPx / 2;
            CrispLines.Horizontal(
                scene, _chart.ColumnOf(index) - half, _chart.ColumnOf(index + 1) - half + pen.ThicknessPx,
                _chart.RowOf(pane, pane.Scale, price), pen);
        }
    }
}
