using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>A listing with inputs to compute.</summary>
internal sealed record OracleRequest(IndicatorListing Listing, double[] Inputs)
{
    private const int LengthStep = 3;
    private const double NumberFactor = 1.5;

    /// <summary>The listing as it comes, and with every input changed, so that none is read wrongly unseen.</summary>
    public static IEnumerable<OracleRequest> Variations(IndicatorListing listing)
    {
        yield return new OracleRequest(listing, [.. listing.Parameters.Select(parameter => parameter.Default)]);
        if (listing.Parameters.Count == 0) yield break;
        yield return new OracleRequest(listing, [.. listing.Parameters.Select(Changed)]);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("study", Listing.Name);
        writer.WriteStartObject("inputs");
        for (int i = 0; i < Inputs.Length; i++)
        {
            IndicatorParameter parameter = Listing.Parameters[i];
            if (parameter.Kind == ParameterKind.Choice)
                writer.WriteString(parameter.Key, parameter.Choices[(int)Inputs[i]]);
            else if (parameter.Kind == ParameterKind.Switch) writer.WriteBoolean(parameter.Key, Inputs[i] != 0);
            else writer.WriteNumber(parameter.Key, Inputs[i]);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public override string ToString() => $"{Listing.Name}({string.Join(", ", Inputs)})";

    private static double Changed(IndicatorParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Choice => (parameter.Default + 1) % parameter.Choices.Count,
        ParameterKind.Switch => 1 - parameter.Default,
        ParameterKind.Number => Math.Clamp(parameter.Default * NumberFactor, parameter.Minimum, parameter.Maximum),
        _ => Math.Clamp(parameter.Default + LengthStep, parameter.Minimum, parameter.Maximum),
    };
}
