using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Tests.Scenes;

/// <summary>Scenes that several tests and the speed measurement share; the same on every run.</summary>
internal static class SampleScenes
{
    private static readonly Rgba Up = Rgba.Parse("#089981"), Down = Rgba.Parse("#F23645"), Ink = Rgba.Parse("#131722");
    private static readonly Rgba GridLine = Rgba.Parse("#E9ECF2"), Blue = Rgba.Parse("#2962FF");
    private static readonly Rgba Orange = Rgba.Parse("#FF6D00");

    /// <summary>What a chart of 300 candles with volume, two averages, RSI and axes asks of the painter.</summary>
    public static Scene Chart(int widthPx, int heightPx)
    {
        var builder = new SceneBuilder(widthPx, heightPx, new Rgba(255, 255, 255));
        DrawChart(builder, widthPx, heightPx);
        return builder.Build();
    }

    public static void DrawChart(SceneBuilder builder, int widthPx, int heightPx)
    {
        const int bars = 300;
        int plotRight = widthPx - 60, priceBottom = (heightPx - 28) * 3 / 4, bottom = heightPx - 28;
        double spacing = (double)plotRight / bars;
        double[] closes = Walk(bars, 7);
        DrawGrid(builder, plotRight, bottom);
        builder.BeginGroup("price-pane", PixelRect.FromEdges(0, 0, plotRight, priceBottom));
        DrawCandles(builder, closes, spacing, priceBottom);
        DrawAverage(builder, closes, (20, spacing, priceBottom), Blue);
        DrawAverage(builder, closes, (50, spacing, priceBottom), Orange);
        builder.EndGroup();
        builder.BeginGroup("rsi", PixelRect.FromEdges(0, priceBottom, plotRight, bottom));
        builder.FillRect(PixelRect.FromEdges(0, priceBottom + 30, plotRight, bottom - 30),
            Rgba.Parse("#7E57C2").WithOpacity(0.1));
        DrawRsi(builder, spacing, priceBottom, bottom);
        builder.EndGroup();
        DrawTexts(builder, plotRight, bottom);
    }

    private static double[] Walk(int count, uint seed)
    {
        var values = new double[count];
        double value = 0.5;
        for (int i = 0; i < count; i++)
        {
            seed = (seed * 1664525) + 1013904223;
            value = Math.Clamp(value + (((seed >> 8) / (double)(1 << 24)) - 0.495) * 0.12, 0.08, 0.92);
            values[i] = value;
        }

        return values;
    }

    private static void DrawGrid(SceneBuilder builder, int plotRight, int bottom)
    {
        builder.BeginGroup("grid");
        for (int x = 40; x < plotRight; x += 90) builder.FillRect(new PixelRect(x, 0, 1, bottom), GridLine);
        for (int y = 20; y < bottom; y += 34) builder.FillRect(new PixelRect(0, y, plotRight, 1), GridLine);
        builder.EndGroup();
    }

    private static void DrawCandles(SceneBuilder builder, double[] closes, double spacing, int height)
    {
        double[] volumes = Walk(closes.Length, 99);
        for (int i = 1; i < closes.Length; i++)
        {
            Rgba color = closes[i] >= closes[i - 1] ? Up : Down;
            int tall = (int)(volumes[i] * height / 4);
            builder.FillRect(new PixelRect((int)(i * spacing), height - tall, 2, tall), color.WithOpacity(0.5));
        }

        for (int i = 1; i < closes.Length; i++)
        {
            Rgba color = closes[i] >= closes[i - 1] ? Up : Down;
            int open = (int)((1 - closes[i - 1]) * height), close = (int)((1 - closes[i]) * height);
            (int top, int bottom) = (Math.Min(open, close), Math.Max(open, close) + 1);
            int x = (int)(i * spacing);
            builder.FillRect(PixelRect.FromEdges(x + 1, top - 6, x + 2, bottom + 5), color);
            builder.FillRect(PixelRect.FromEdges(x, top, x + 3, bottom), color);
        }
    }

    private static void DrawAverage(SceneBuilder builder, double[] closes, (int Bars, double Spacing, int Height) plot,
        Rgba color)
    {
        var points = new PixelPoint[closes.Length - plot.Bars];
        for (int i = 0; i < points.Length; i++)
        {
            double mean = closes.AsSpan(i, plot.Bars).ToArray().Average();
            points[i] = new PixelPoint((i + plot.Bars + 0.5) * plot.Spacing, (1 - mean) * plot.Height);
        }

        builder.StrokePolyline(points, new Stroke(color, 2));
    }

    private static void DrawRsi(SceneBuilder builder, double spacing, int top, int bottom)
    {
        double[] values = Walk(300, 5);
        var points = new PixelPoint[values.Length];
        for (int i = 0; i < points.Length; i++)
            points[i] = new PixelPoint((i + 0.5) * spacing, bottom - ((0.1 + (0.8 * values[i])) * (bottom - top)));
        builder.StrokePolyline(points, new Stroke(Rgba.Parse("#7E57C2"), 1.5));
    }

    private static void DrawTexts(SceneBuilder builder, int plotRight, int bottom)
    {
        var label = new TextStyle(FontFace.Regular, 12, Ink);
        for (int i = 0; i < 20; i++)
            builder.DrawText($"{182.5 + (i * 2.5):0.00}", plotRight + 10, 24 + (i * 28), label);
        string[] months = ["Feb", "18", "Mar", "17", "Apr", "14", "May", "19"];
        for (int i = 0; i < months.Length; i++)
        {
            TextStyle style =
                label with { Anchor = TextAnchor.Middle, Face = i % 2 == 0 ? FontFace.Medium : FontFace.Regular };
            builder.DrawText(months[i], 40 + (i * 90), bottom + 18, style);
        }

        builder.DrawText("AAPL · 1D · NASDAQ", 8, 20, new TextStyle(FontFace.Medium, 13, Ink));
        builder.DrawText("O 184.20  H 185.88  L 183.43  C 185.04  +1.28 (+0.70%)", 150, 20, label with { Color = Up });
        string[] legends = ["SMA 20", "186.30", "SMA 50", "188.02", "Vol", "51.46M"];
        for (int i = 0; i < legends.Length; i++)
            builder.DrawText(legends[i], 8 + (i % 2 * 50), 38 + (i / 2 * 17),
                label with { Color = i % 2 == 0 ? Ink : Blue });
        builder.DrawText("RSI 14", 8, bottom - 120, label);
        builder.DrawText("54.21", 52, bottom - 120, label with { Color = Rgba.Parse("#7E57C2") });
    }
}
