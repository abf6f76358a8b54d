using Chartcast.Charting.Models;
using Chartcast.Charting.Themes;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Composing;

/// <summary>Gives lines on the price pane colours of their own: two averages in one default colour could not be told
/// apart, and compared symbols have none by themselves.</summary>
/// <remarks>Only studies of one line are changed, and only when nobody chose their colour. The first keeps its
/// default. Themes for the colour-blind change plots that tell rising from falling by green and red, too.</remarks>
internal static class ColorStep
{
    private static readonly Rgba[] Rotation =
    [
        new(0xFF, 0x6D, 0x00), new(0x7E, 0x57, 0xC2), new(0x43, 0xA0, 0x47), new(0xE9, 0x1E, 0x63),
        new(0x00, 0xBC, 0xD4), new(0xFB, 0xC0, 0x2D), new(0x79, 0x55, 0x48), new(0x21, 0x96, 0xF3),
    ];

    public static void Run(Chart chart)
    {
        if (chart.Theme.IsForColorBlind) MakeSafe(chart);
        for (int i = 0; i < chart.Compared.Length; i++) chart.Compared[i].Color = Rotation[i % Rotation.Length];
        List<Study> studies = chart.PricePane.Studies;
        for (int i = chart.Compared.Length > 0 ? 0 : 1; i < studies.Count; i++)
        {
            int plot = OnlyLineOf(studies[i]);
            if (plot < 0 || studies[i].Spec.Overrides.Keys.Any(static key => key.Contains(".color"))) continue;
            if (IsTaken(chart, i, studies[i].PlotStyles[plot].Colors[0]))
                studies[i].PlotStyles[plot].Colors[0] = FirstFree(chart, i);
        }
    }

    private static void MakeSafe(Chart chart)
    {
        foreach (Study study in chart.Studies)
        {
            for (int plot = 0; plot < study.PlotStyles.Length; plot++)
            {
                string chosen = study.Listing.Outputs[plot].Key + ".color";
                bool isChosen = study.Spec.Overrides.Keys.Any(key => key.StartsWith(chosen, StringComparison.Ordinal));
                if (!isChosen) SafeColors.Apply(study.PlotStyles[plot].Colors, chart.Theme);
            }
        }
    }

    /// <summary>The only visible plot of a study when it is a line of one colour, or −1.</summary>
    private static int OnlyLineOf(Study study)
    {
        int only = -1;
        for (int plot = 0; plot < study.PlotStyles.Length; plot++)
        {
            PlotStyle style = study.PlotStyles[plot];
            if (!style.IsVisible) continue;
            if (only >= 0 || style.Shape != PlotShape.Line || style.Colors.Length > 1) return -1;
            only = plot;
        }

        return only;
    }

    private static Rgba FirstFree(Chart chart, int index)
    {
        foreach (Rgba color in Rotation)
        {
            if (!IsTaken(chart, index, color)) return color;
        }

        return Rotation[index % Rotation.Length];
    }

    private static bool IsTaken(Chart chart, int before, Rgba color)
    {
        foreach (ComparedLine line in chart.Compared)
        {
            if (line.Color == color) return true;
        }

        List<Study> studies = chart.PricePane.Studies;
        for (int i = 0; i < before; i++)
        {
            foreach (PlotStyle style in studies[i].PlotStyles)
            {
                if (style.IsVisible && style.Colors.AsSpan().Contains(color)) return true;
            }
        }

        return false;
    }
}
