using System.Globalization;
using System.Text;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Names plots in tables: the study's short title, the inputs its legend shows, and the plot where there are
/// several.</summary>
public static class StudyTitle
{
    /// <summary>Such as <c>SMA 20 close</c> or <c>MACD 12 26 9 close Signal</c>.</summary>
    /// <param name="study">The study.</param>
    /// <param name="output">An output of its listing.</param>
    public static string Of(StudySpec study, IndicatorOutput output)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(output);
        IndicatorListing listing = study.Listing;
        var title = new StringBuilder(listing.ShortTitle);
        foreach (string key in listing.LegendInputs)
        {
            for (int i = 0; i < listing.Parameters.Count; i++)
            {
                if (listing.Parameters[i].Key == key)
                    title.Append(' ').Append(TextOf(listing.Parameters[i], study.Inputs[i]));
            }
        }

        if (listing.Outputs.Count(study.Shows) > 1) title.Append(' ').Append(output.Key);
        return title.ToString();
    }

    private static string TextOf(IndicatorParameter parameter, in IndicatorInput input) => parameter.Kind switch
    {
        ParameterKind.Choice => parameter.Choices[(int)input.Value],
        ParameterKind.Switch => input.Value == 0 ? "off" : "on",
        ParameterKind.Symbol => input.Text ?? "",
        _ => input.Value.ToString("0.######", CultureInfo.InvariantCulture),
    };
}
