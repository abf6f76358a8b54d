using System.Text.Json.Serialization;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Answers;

/// <summary>How the numbers behind a chart are written: camel case, absent where unknown.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChartReport))]
[JsonSerializable(typeof(SymbolListing))]
internal sealed partial class AnswerJson : JsonSerializerContext;
