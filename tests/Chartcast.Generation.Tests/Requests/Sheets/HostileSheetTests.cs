using System.Text;
using System.Text.Json;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.Sheets;

namespace Chartcast.Generation.Tests.Requests.Sheets;

/// <summary>Arguments of sheets with something wrong in them, thousands of them: a request, or a refusal.</summary>
public sealed class HostileSheetTests
{
    private const int Rounds = 3_000;
    private const int LongRounds = 100_000;

    private static readonly string[] Charts =
    [
        "\"DEMO:BTC\"", "\"DEMO:BTC/DEMO:ETH\"", "{\"symbol\":\"DEMO:ETH\",\"interval\":\"1W\"}", "\"\"", "\"\\ud800\"",
        "{\"symbol\":\"DEMO:BTC\",\"indicators\":[\"rsi\",{\"type\":\"sma\",\"length\":20}]}", "null", "[]", "{}", "7",
        "{\"symbol\":\"DEMO:BTC\",\"width\":300}", "{\"symbol\":\"DEMO:BTC\",\"columns\":3}", "\"DEMO:BTC*(\"",
        "{\"symbol\":\"DEMO:BTC\",\"style\":\"renko\",\"\\ud800\":1}", "\"DEMO:BTC\"", "\"DEMO:ETH\"",
    ];

    private static readonly string[] Members =
    [
        "\"columns\":2", "\"columns\":17", "\"columns\":1e9", "\"columns\":\"2\"", "\"title\":\"Overview\"",
        "\"title\":\"\\ud800\"", "\"title\":7", "\"width\":900", "\"height\":700", "\"width\":100", "\"height\":4096",
        "\"width\":-1", "\"interval\":\"1D\"", "\"interval\":\"9X\"", "\"theme\":\"dark\"", "\"theme\":\"drak\"",
        "\"indicators\":[\"ema:50\"]", "\"indicators\":\"ema\"", "\"charts\":[]", "\"unknown\":{}", "\"symbol\":\"DEMO:BTC\"",
        "\"watermark\":{\"text\":\"x\",\"size\":1e999}", "\"colors\":{\"background\":\"#123\"}", "\"bars\":50",
    ];

    [Fact]
    public void Read_GivesARequestOrARefusal_WhateverIsWrong()
    {
        var random = new Random(77);
        int read = 0, refused = 0;
        for (int round = 0; round < RoundCount; round++)
        {
            string json = Arguments(random);
            if (!TryParse(random.Next(3) == 0 ? Mutated(json, random) : json, out JsonElement arguments)) continue;
            try
            {
                ChartRequest request = SheetRequestReader.Read(arguments);
                Assert.InRange(request.Sheet!.Charts.Count, 1, 16);
                read++;
            }
            catch (ChartException exception)
            {
                Assert.Equal(ChartErrorCode.InvalidArgument, exception.Error.Code);
                refused++;
            }
        }

        Assert.True(read > RoundCount / 50 && refused > RoundCount / 5, $"{read} read, {refused} refused");
    }

    private static int RoundCount =>
        Environment.GetEnvironmentVariable("CHARTCAST_LONG_TESTS") == "1" ? LongRounds : Rounds;

    private static string Arguments(Random random)
    {
        // Mostly right ones, so that the reader is passed through to its end.
        string[] charts =
        [
            .. Enumerable.Range(0, random.Next(1, random.Next(10) == 0 ? 19 : 4))
                .Select(_ => Charts[random.Next(3) == 0 ? random.Next(Charts.Length) : random.Next(3)]),
        ];
        IEnumerable<string> members = Members.Where(_ => random.Next(16) == 0);
        return $"{{{string.Join(',', members.Append($"\"charts\":[{string.Join(',', charts)}]"))}}}";
    }

    private static string Mutated(string json, Random random)
    {
        var text = new StringBuilder(json);
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(text.Length);
            if (random.Next(2) == 0) text[at] = (char)random.Next(32, 127);
            else text.Remove(at, 1);
        }

        return text.ToString();
    }

    private static bool TryParse(string json, out JsonElement element)
    {
        element = default;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            element = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
