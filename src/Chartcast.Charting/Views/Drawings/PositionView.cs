using System.Globalization;
using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws a planned trade: a box up to the target, one down to the stop, how it went, and its
/// numbers.</summary>
internal static class PositionView
{
    private const double PaddingPx = 6;
    private const double PillPaddingPx = 3;
    private const double RadiusPx = 4;
    private const double PillGapPx = 2;

    public static void Draw(DrawingCanvas canvas)
    {
        var plan = new TradePlan(canvas.Chart, canvas.Spec);
        PixelRect area = canvas.Area;
        int left = Column(canvas, plan.StartSlot), right = Column(canvas, plan.EndSlot) + 1;
        int entry = Row(canvas, plan.Entry), target = Row(canvas, plan.Target), stop = Row(canvas, plan.Stop);
        if (right <= area.Left || left >= area.Right) return;
        if (canvas.Is("fillBackground")) Fill(canvas, plan, (left, right), (entry, target, stop));
        int width = canvas.WidthPx();
        var border = new CrispPen(canvas.Color("borderColor"), width);
        foreach (int row in new[] { target, stop }) CrispLines.Horizontal(canvas.Scene, left, right, row, border);
        int top = Math.Min(target, stop), bottom = Math.Max(target, stop) + 1;
        CrispLines.Vertical(canvas.Scene, left, top, bottom, border);
        CrispLines.Vertical(canvas.Scene, right - 1, top, bottom, border);
        CrispLines.Horizontal(canvas.Scene, left, right, entry, new CrispPen(canvas.Color("lineColor"), width));
        DrawCourse(canvas, plan);
        if (canvas.Is("showStats")) DrawStats(canvas, plan, (left + right) / 2.0, (entry, target, stop));
    }

    /// <summary>The boxes, and once more what has been gained or lost.</summary>
    private static void Fill(
        DrawingCanvas canvas, TradePlan plan, (int Left, int Right) columns, (int Entry, int Target, int Stop) rows)
    {
        Rgba profit = canvas.Color("profitBackground"), loss = canvas.Color("stopBackground");
        Band(canvas, columns, rows.Entry, rows.Target, profit);
        Band(canvas, columns, rows.Entry, rows.Stop, loss);
        if (plan.EntryBar < 0) return;
        (int, int) course = (Column(canvas, plan.EntryBar), Column(canvas, plan.ExitBar) + 1);
        Band(canvas, course, rows.Entry, Row(canvas, plan.ExitPrice), plan.OpenProfit >= 0 ? profit : loss);
    }

    private static void DrawCourse(DrawingCanvas canvas, TradePlan plan)
    {
        if (plan.ExitBar <= plan.EntryBar) return;
        var pen = new CrispPen(canvas.Color("lineColor"), canvas.Ratio, DashPattern.Dashed);
        DrawingLines.Draw(
            canvas,
            new PixelPoint(canvas.ColumnOf(plan.EntryBar), canvas.RowOf(plan.Entry)),
            new PixelPoint(canvas.ColumnOf(plan.ExitBar), canvas.RowOf(plan.ExitPrice)),
            pen);
    }

    private static void Band(DrawingCanvas canvas, (int Left, int Right) columns, int from, int to, Rgba color) =>
        canvas.Scene.FillRect(
            PixelRect.FromEdges(columns.Left, Math.Min(from, to), columns.Right, Math.Max(from, to)), color);

    private static void DrawStats(
        DrawingCanvas canvas, TradePlan plan, double middle, (int Entry, int Target, int Stop) rows)
    {
        Rgba profit = canvas.Color("profitBackground").WithOpacity(1);
        Rgba loss = canvas.Color("stopBackground").WithOpacity(1);
        bool isCompact = canvas.Is("showCompact");
        Rgba course = plan.OpenProfit >= 0 ? profit : loss;
        int targetSide = Math.Sign(rows.Target - rows.Entry), stopSide = Math.Sign(rows.Stop - rows.Entry);
        Pill(canvas, TargetText(canvas, plan, isCompact), profit, middle, rows.Target, targetSide);
        Pill(canvas, EntryText(canvas, plan, isCompact), course, middle, rows.Entry, 0);
        Pill(canvas, StopText(canvas, plan, isCompact), loss, middle, rows.Stop, stopSide);
    }

    /// <summary>A box beyond (side −1 above, 1 below) or on (0) a row.</summary>
    private static void Pill(DrawingCanvas canvas, string text, Rgba color, double middle, int row, int side)
    {
        PixelRect area = canvas.Area;
        if (row < area.Top || row >= area.Bottom) return;
        var style = new LabelStyle(FontFace.Regular, canvas.Px(canvas.Number("fontSize")), canvas.Color("textColor"));
        double padding = canvas.Px(PaddingPx), above = canvas.Px(PillPaddingPx);
        var block = new TextBlock(text, style, Math.Max(1, area.Width - 4 * padding));
        double width = block.Width + 2 * padding, height = block.Height + 2 * above;
        double gap = canvas.Px(PillGapPx);
        double top = side switch
        {
            < 0 => row - gap - height,
            > 0 => row + gap + 1,
            _ => row + 0.5 - height / 2,
        };
        PixelPoint corner = LabelBox.Inside(middle - width / 2, top, width, height, canvas);
        PixelRect box = LabelBox.Around(corner.X, corner.Y, width, height);
        var border = new CrispPen(canvas.Color("borderColor").WithOpacity(0), canvas.Ratio);
        LabelBox.Draw(canvas.Scene, box, canvas.Px(RadiusPx), color, border);
        block.Draw(canvas.Scene, box.Left + padding, box.Top + above, 0.5);
    }

    private static string TargetText(DrawingCanvas canvas, TradePlan plan, bool isCompact)
    {
        string distance = Distance(canvas, plan.TargetDistance, plan.Entry);
        string amount = Figure(plan.AccountAtTarget);
        return isCompact ? $"{distance} {amount}" : $"Target: {distance}, Amount: {amount}";
    }

    private static string StopText(DrawingCanvas canvas, TradePlan plan, bool isCompact)
    {
        string distance = Distance(canvas, plan.StopDistance, plan.Entry);
        string amount = Figure(plan.AccountAtStop);
        return isCompact ? $"{distance} {amount}" : $"Stop: {distance}, Amount: {amount}";
    }

    private static string EntryText(DrawingCanvas canvas, TradePlan plan, bool isCompact)
    {
        string profit = canvas.Chart.Format.Text(plan.OpenProfit);
        string quantity = Figure(plan.Quantity), ratio = Figure(plan.RewardToRisk);
        string state = plan.EntryBar >= 0 && (plan.ExitPrice == plan.Target || plan.ExitPrice == plan.Stop)
            ? "Closed"
            : "Open";
        return isCompact
            ? $"{profit} · {quantity} · {ratio}"
            : $"{state} P&L: {profit}, Qty: {quantity}\nRisk/reward ratio: {ratio}";
    }

    private static string Distance(DrawingCanvas canvas, double distance, double entry)
    {
        string price = canvas.Chart.Format.Text(distance);
        double percent = 100 * (distance / Math.Abs(entry));
        return double.IsFinite(percent) ? $"{price} ({LastChange.Percent.Text(percent)}%)" : price;
    }

    private static string Figure(double value) => !double.IsFinite(value) ? "–"
        : Math.Abs(value) >= 1e9 ? PriceFormat.Volume.Text(value)
        : value.ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', PriceFormat.Minus);

    private static int Column(DrawingCanvas canvas, double slot) => DevicePixels.Round(canvas.ColumnOf(slot));

    private static int Row(DrawingCanvas canvas, double price) => DevicePixels.Round(canvas.RowOf(price));
}
