using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chartcast.Generation.Requests;

/// <summary>JSON of reports and errors, without reflection: camel case, codes by their wire names.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(ErrorCodeConverter)])]
[JsonSerializable(typeof(ChartReport))]
[JsonSerializable(typeof(ChartError))]
[JsonSerializable(typeof(FieldFault))]
public sealed partial class GenerationJson : JsonSerializerContext;

/// <summary>JSON of stored requests.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredRequest))]
internal sealed partial class StoredRequestJson : JsonSerializerContext;

/// <summary>Writes error codes by their wire names, such as <c>unknown_symbol</c>.</summary>
public sealed class ErrorCodeConverter : JsonConverter<ChartErrorCode>
{
    private static readonly Dictionary<string, ChartErrorCode> ByName =
        Enum.GetValues<ChartErrorCode>().ToDictionary(ChartErrorCodes.WireName, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ChartErrorCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ByName.GetValueOrDefault(reader.GetString() ?? "", ChartErrorCode.Internal);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ChartErrorCode value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.WireName());
    }
}
