using System.Text.Json.Nodes;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Requests.AdvancedCharts;

/// <summary>Bodies of public clients with something wrong in them, thousands of them.</summary>
public sealed class HostileBodyTests
{
    private const int Rounds = 300;

    // The writer of nodes refuses the real thing.
    private const string HalfAPair = "@half@";

    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "\"\"", "\"1D\"", "\"rgb(1,2,3)\"", "-1", "0", "1.5", "1e400", "99999999999999",
        $"\"{HalfAPair}\"", "[[[]]]", "{\"name\":\"MACD\"}", "[{\"name\":\"Zig Zag\"}]", "\"2026-01-01T00:00:00Z\"",
    ];

    private static readonly string[] Names =
        ["", "name", "type", "input", "override", "in_0", "a.b", "Plot.color", "\u202e", new string('n', 200), "from"];

    public static TheoryData<string> Bodies => [.. PublicBodyTests.Bodies().Select(row => row.Data.Item2)];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Read_DrawsOrRefuses_WhateverIsWrong(string body)
    {
        var random = new Random(body.Length);
        int refused = 0;
        for (int round = 0; round < Rounds; round++)
        {
            JsonObject spoilt = JsonNode.Parse(body)!.AsObject();
            for (int i = 0; i <= round % 3; i++) Spoil(spoilt, random);
            string text = spoilt.ToJsonString().Replace(HalfAPair, "\\ud800", StringComparison.Ordinal);
            try
            {
                ChartRequest request = BodyBench.OfBody(text);
                ChartRequest kept = ChartRequestCodec.Decode(ChartRequestCodec.Encode(request), request.ArgumentsJson);
                Assert.Equal(RequestFingerprint.Of(request), RequestFingerprint.Of(kept));
            }
            catch (ChartException exception)
            {
                refused++;
                Assert.Equal(ChartErrorCode.InvalidArgument, exception.Error.Code);
                Assert.DoesNotContain(exception.Error.Faults, fault => fault.Field.StartsWith("indicators", StringComparison.Ordinal));
            }
        }

        Assert.InRange(refused, 1, Rounds - 1);
    }

    /// <summary>Puts a wrong value or a wrong name at a random place.</summary>
    private static void Spoil(JsonObject root, Random random)
    {
        List<JsonObject> objects = [];
        Collect(root, objects);
        JsonObject place = objects[random.Next(objects.Count)];
        if (place.Count == 0) return;
        string key = place.ElementAt(random.Next(place.Count)).Key;
        string value = Values[random.Next(Values.Length)];
        if (random.Next(3) == 0) place[Names[random.Next(Names.Length)]] = JsonNode.Parse(value);
        else if (random.Next(4) == 0) place.Remove(key);
        else place[key] = JsonNode.Parse(value);
    }

    private static void Collect(JsonNode? node, List<JsonObject> objects)
    {
        if (node is JsonObject one)
        {
            objects.Add(one);
            foreach (KeyValuePair<string, JsonNode?> member in one) Collect(member.Value, objects);
        }
        else if (node is JsonArray list)
        {
            foreach (JsonNode? item in list) Collect(item, objects);
        }
    }
}
