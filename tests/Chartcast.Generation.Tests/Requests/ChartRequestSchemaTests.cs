using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Requests;

public sealed class ChartRequestSchemaTests
{
    private static JsonElement Properties => ChartRequestSchema.Arguments.GetProperty("properties");

    public static TheoryData<string> Names => [.. Properties.EnumerateObject().Select(property => property.Name)];

    [Fact]
    public void Schema_HasExactlyTheReadersArguments()
    {
        Assert.Equal(
            ChartArguments.All.Order(StringComparer.Ordinal),
            Properties.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.False(ChartRequestSchema.Arguments.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryProperty_IsDescribed(string name) =>
        Assert.False(string.IsNullOrWhiteSpace(Properties.GetProperty(name).GetProperty("description").GetString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryDefault_IsTakenByTheReader(string name)
    {
        if (!Properties.GetProperty(name).TryGetProperty("default", out JsonElement value)) return;
        Assert.True(IsTaken(name, value.GetRawText()), $"{name}: {value}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryExampleAndWord_IsTakenByTheReader(string name)
    {
        foreach (string list in (string[])["enum", "examples"])
        {
            if (!Properties.GetProperty(name).TryGetProperty(list, out JsonElement values)) continue;
            Assert.All(values.EnumerateArray(), value => Assert.True(IsTaken(name, value.GetRawText()), $"{name}: {value}"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SimpleProperties_JudgeLikeTheReader(string name)
    {
        JsonElement schema = Properties.GetProperty(name);
        if (!schema.TryGetProperty("type", out JsonElement type) || type.ValueKind != JsonValueKind.String
            || name is "symbol" or "timezone" or "indicators" or "compare" or "override" or "drawings" or "colors") return;
        var random = new Random(20_251_122);
        string[] values =
        [
            "true", "false", "null", "0", "1", "1.5", "-1", "1e400", "800.0", "\"\"", "\"light\"", "\"png\"", "\"x\"", "[]", "{}",
            "[1]", .. Enumerable.Range(0, 40).Select(_ => random.Next(-100, 25_000).ToString()), .. Edges(schema),
        ];
        Assert.All(values, value =>
        {
            using JsonDocument document = JsonDocument.Parse(value);
            Assert.True(Allows(schema, type.GetString()!, document.RootElement) == IsTaken(name, value), $"{name}: {value}");
        });
    }

    [Fact]
    public void Themes_AreThoseThatAreDrawn() => Assert.Equal(ChartThemes.Names, ChartArguments.Themes);

    private static IEnumerable<string> Edges(JsonElement schema)
    {
        foreach (string limit in (string[])["minimum", "maximum"])
        {
            if (!schema.TryGetProperty(limit, out JsonElement value)) continue;
            for (int step = -1; step <= 1; step++) yield return (value.GetInt32() + step).ToString();
        }
    }

    // The part of JSON Schema that the simple properties use.
    private static bool Allows(JsonElement schema, string type, JsonElement value)
    {
        switch (type)
        {
            case "boolean":
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False;
            case "integer":
                return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)
                    && number == Math.Floor(number) && number >= schema.GetProperty("minimum").GetInt32()
                    && number <= schema.GetProperty("maximum").GetInt32();
            case "array":
                return value.ValueKind == JsonValueKind.Array
                    && value.GetArrayLength() <= schema.GetProperty("maxItems").GetInt32();
            default:
                return value.ValueKind == JsonValueKind.String
                    && schema.GetProperty("enum").EnumerateArray().Any(word => word.GetString() == value.GetString());
        }
    }

    // A symbol that both providers know where the format needs one of them.
    private static bool IsTaken(string name, string value)
    {
        string symbol = name == "symbol" ? "" : "\"symbol\":\"NASDAQ:AAPL\",";
        using JsonDocument document = JsonDocument.Parse($$"""{{{symbol}}"{{name}}":{{value}}}""");
        try
        {
            _ = ChartRequestReader.Read(document.RootElement);
            return true;
        }
        catch (ChartException)
        {
            return false;
        }
    }
}
