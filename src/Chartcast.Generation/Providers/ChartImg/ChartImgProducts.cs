using System.Globalization;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Providers.ChartImg.Caches;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Words what came of a request: the picture, and all that is known of it.</summary>
internal static class ChartImgProducts
{
    private const string PictureOnly =
        "Chart-IMG gives the picture only: the bars and indicator values behind it are not known here.";

    /// <summary>A picture that was drawn just now.</summary>
    public static ChartProduct Fresh(ChartRequest request, ChartImgBody body, CachedPicture picture) =>
        Product(request, body, picture, []);

    /// <summary>A picture that is as good as a new one.</summary>
    public static ChartProduct FromCache(
        ChartRequest request, ChartImgBody body, CachedPicture picture, TimeSpan freshness) =>
        Product(request, body, picture,
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"From the cache: Chart-IMG drew this at {picture.FetchedAt:yyyy-MM-dd HH:mm:ss} UTC, and is asked "
                + $"again {freshness.TotalSeconds:0} s after that."),
        ]);

    /// <summary>An older picture in place of one that could not be had.</summary>
    public static ChartProduct Stale(
        ChartRequest request, ChartImgBody body, CachedPicture picture, ChartError error) =>
        Product(request, body, picture,
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"NOT CURRENT: this is the picture of {picture.FetchedAt:yyyy-MM-dd HH:mm:ss} UTC. {error.Message}"),
        ]);

    private static ChartProduct Product(
        ChartRequest request, ChartImgBody body, CachedPicture picture, IReadOnlyList<string> first)
    {
        bool isLayout = request.Layout is not null;
        var report = new ChartReport
        {
            Symbol = request.Symbol.ToString(),
            Interval = request.Interval.ToString(),
            ChartType = request.Style.WireName(),
            Provider = ChartImgProvider.WireName,
            Source = new SourceReport(
                request.Symbol.Venue, "tradingview", null, picture.FetchedAt, "unknown", Sample: false),
            Indicators = isLayout ? [] : [.. request.Studies.Select(Report)],
            Stored = picture.Stored,
            Warnings = [.. first, .. request.Warnings, PictureOnly, .. body.Warnings],
        };
        return new ChartProduct(picture.Image, report, null);
    }

    private static IndicatorReport Report(StudySpec study)
    {
        var inputs = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        for (int i = 0; i < study.Inputs.Count; i++)
        {
            IndicatorParameter parameter = study.Listing.Parameters[i];
            double value = study.Inputs[i].Value;
            inputs[parameter.Key] = parameter.Kind switch
            {
                ParameterKind.Choice => new InputValue(0, parameter.Choices[(int)value]),
                ParameterKind.Symbol => new InputValue(0, study.Inputs[i].Text ?? ""),
                _ => new InputValue(value),
            };
        }

        var plots = study.Listing.Outputs.ToDictionary(
            output => output.Key, _ => (double?)null, StringComparer.Ordinal);
        return new IndicatorReport(study.Listing.Name, inputs, plots);
    }
}
