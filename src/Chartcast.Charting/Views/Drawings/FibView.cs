using System.Globalization;
using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws the levels of a retracement: fills between neighbours, lines, coefficients and prices.</summary>
internal static class FibView
{
    private const double LabelGapPx = 6;

    public static void Draw(DrawingCanvas canvas)
    {
        PixelRect area = canvas.Area;
        double startX = canvas.X("startDatetime"), endX = canvas.X("endDatetime");
        int left = DevicePixels.Round(Math.Clamp(Math.Min(startX, endX), area.Left - 1, area.Right + 1));
        int right = DevicePixels.Round(Math.Clamp(Math.Max(startX, endX), area.Left - 1, area.Right + 1)) + 1;
        if (canvas.Is("extendLeft")) left = area.Left;
        if (canvas.Is("extendLine")) right = area.Right;
        List<FibLevel> levels = FibLevel.Of(canvas.Spec);
        if (canvas.Is("fillBackground")) Fill(canvas, levels, left, right);
        foreach (FibLevel level in levels)
        {
            var pen = new CrispPen(level.Color, canvas.Ratio);
            (int from, int to) = Label(canvas, level, left, right);
            CrispLines.Horizontal(canvas.Scene, left, from, RowOf(canvas, level), pen);
            CrispLines.Horizontal(canvas.Scene, to, right, RowOf(canvas, level), pen);
        }
    }

    /// <summary>Each band takes the colour of the level that ends it.</summary>
    private static void Fill(DrawingCanvas canvas, List<FibLevel> levels, int left, int right)
    {
        double opacity = 1 - canvas.Number("transparency") / 100;
        for (int i = 1; i < levels.Count; i++)
        {
            int from = RowOf(canvas, levels[i - 1]), to = RowOf(canvas, levels[i]);
            canvas.Scene.FillRect(
                PixelRect.FromEdges(left, Math.Min(from, to), right, Math.Max(from, to)),
                levels[i].Color.WithOpacity(opacity));
        }
    }

    /// <summary>Writes a level's label; returns the columns that its line leaves free for it.</summary>
    private static (int From, int To) Label(DrawingCanvas canvas, FibLevel level, int left, int right)
    {
        string text = TextOf(canvas, level);
        PixelRect area = canvas.Area;
        int row = RowOf(canvas, level);
        if (text.Length == 0 || row < area.Top || row >= area.Bottom) return (left, left);
        var block = new TextBlock(text, canvas.Label(level.Color));
        double gap = canvas.Px(LabelGapPx);
        string horizontal = canvas.Word("horzLabelAlign");
        double x = horizontal switch
        {
            // Beside the line, or on it where it reaches the pane's edge.
            "left" => left - gap - block.Width >= area.Left
                ? left - gap - block.Width
                : Math.Max(left, area.Left) + gap,
            "right" => right + gap + block.Width <= area.Right
                ? right + gap
                : Math.Min(right, area.Right) - gap - block.Width,
            _ => (Math.Max(left, area.Left) + Math.Min(right, area.Right) - block.Width) / 2,
        };
        // Beside its line a label stands level with it, or it would be read as that of the next.
        bool isBeside = x + block.Width <= left || x >= right;
        string vertical = isBeside ? Alignment.Middle : canvas.Word("vertLabelAlign");
        double top = LineLabel.Top(canvas, row, canvas.Ratio, block.Height, vertical);
        top = Math.Clamp(top, area.Top, Math.Max(area.Top, area.Bottom - block.Height));
        if (x + block.Width > area.Left && x < area.Right)
        {
            if (isBeside) LabelBox.Plate(canvas, x, top, block.Width, block.Height);
            block.Draw(canvas.Scene, x, top);
        }

        if (isBeside || vertical != Alignment.Middle) return (left, left);
        int free = DevicePixels.Round(canvas.Px(LineLabel.GapPx));
        return (DevicePixels.Round(x) - free, DevicePixels.Round(x + block.Width) + free);
    }

    private static string TextOf(DrawingCanvas canvas, FibLevel level)
    {
        string coeff = !canvas.Is("showCoeff") ? ""
            : canvas.Is("coeffAsPercent") ? (level.Coeff * 100).ToString("0.##'%'", CultureInfo.InvariantCulture)
            : level.Coeff.ToString("0.###", CultureInfo.InvariantCulture);
        if (!canvas.Is("showPrice")) return coeff;
        string price = canvas.Chart.Format.Text(level.Price);
        return coeff.Length == 0 ? price : $"{coeff} ({price})";
    }

    private static int RowOf(DrawingCanvas canvas, FibLevel level) => DevicePixels.Round(canvas.RowOf(level.Price));
}
