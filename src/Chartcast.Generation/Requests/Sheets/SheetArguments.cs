namespace Chartcast.Generation.Requests.Sheets;

/// <summary>Names of the arguments of <c>generate_chart_sheet</c>.</summary>
internal static class SheetArguments
{
    public const string Charts = "charts";
    public const string Columns = "columns";
    public const string Title = "title";
    public const int MaximumTitleLength = 100;

    /// <summary>Arguments of a chart that concern the whole picture or the answer; not to be given to one chart of a
    /// sheet.</summary>
    public static readonly string[] OfTheWhole =
    [
        ChartArguments.Mini, ChartArguments.Width, ChartArguments.Height, ChartArguments.PixelRatio,
        ChartArguments.Theme, ChartArguments.Format, ChartArguments.Provider, ChartArguments.AllowClamp,
        ChartArguments.Layout, ChartArguments.Store, ChartArguments.Delivery, ChartArguments.MaxBytes,
        ChartArguments.MaxEdgePx, ChartArguments.Wait, ChartArguments.DryRun,
    ];

    /// <summary>Arguments of a chart that each chart of a sheet may have for itself.</summary>
    public static readonly string[] OfAChart =
        [.. ChartArguments.All.Where(static name => !OfTheWhole.Contains(name, StringComparer.Ordinal))];

    /// <summary>Every argument of a sheet.</summary>
    public static readonly string[] All =
    [
        Charts, Columns, Title,
        .. ChartArguments.All.Where(static name => name is not (
            ChartArguments.Symbol or ChartArguments.Mini or ChartArguments.Provider or ChartArguments.AllowClamp
            or ChartArguments.Layout or ChartArguments.Store or ChartArguments.DryRun)),
    ];
}
