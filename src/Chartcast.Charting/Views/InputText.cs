using System.Globalization;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Views;

/// <summary>Writes the inputs of a study as the legend shows them.</summary>
internal static class InputText
{
    /// <summary>Writes the value of an input: a number as short as it is, or the word of a choice.</summary>
    /// <param name="spec">The study.</param>
    /// <param name="key">The parameter's key.</param>
    /// <param name="destination">Receives the text.</param>
    /// <returns>How many characters were written; 0 for an unknown key.</returns>
    public static int Write(StudySpec spec, string key, Span<char> destination)
    {
        IReadOnlyList<IndicatorParameter> parameters = spec.Listing.Parameters;
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Key != key) continue;
            double value = spec.Inputs[i].Value;
            string? word = parameters[i].Kind switch
            {
                ParameterKind.Choice => parameters[i].Choices[(int)value],
                ParameterKind.Switch => value != 0 ? "true" : "false",
                ParameterKind.Symbol => spec.Inputs[i].Text ?? "",
                _ => null,
            };
            if (word is not null)
            {
                int length = Math.Min(word.Length, destination.Length);
                word.AsSpan(0, length).CopyTo(destination);
                return length;
            }

            value.TryFormat(destination, out int written, "0.######", CultureInfo.InvariantCulture);
            return written;
        }

        return 0;
    }
}
