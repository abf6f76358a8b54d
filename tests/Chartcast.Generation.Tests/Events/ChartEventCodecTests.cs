using System.Buffers;
using System.Text;
using Chartcast.Generation.Events;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Tests.Requests;

namespace Chartcast.Generation.Tests.Events;

public sealed class ChartEventCodecTests
{
    private static readonly DateTimeOffset Time = new(2025, 6, 12, 3, 16, 30, TimeSpan.Zero);

    [Fact]
    public void WriteFrame_HasTheGuidesShape_WhenStarted()
    {
        ChartEventDraft draft = RequestSamples.Draft("req_1749698104642_1", ChartEventKind.Started) with
        {
            Message = "Chart generation started for NASDAQ:AAPL",
            Timestamp = Time,
            Percent = 1,
        };

        Assert.Equal(
            "id: e1-7\nevent: chart_progress\ndata: {\"type\":\"chart_progress\",\"requestId\":\"req_1749698104642_1\","
                + "\"message\":\"Chart generation started for NASDAQ:AAPL\",\"timestamp\":\"2025-06-12T03:16:30.000Z\","
                + "\"data\":{\"symbol\":\"NASDAQ:AAPL\",\"interval\":\"1D\",\"type\":\"started\",\"status\":\"started\","
                + "\"percent\":1}}\n\n",
            Frame(draft));
    }

    [Fact]
    public void WriteFrame_HasProcessingTimeAndError_WhenFailed()
    {
        ChartEventDraft draft = RequestSamples.Draft("req_1", ChartEventKind.Failed) with
        {
            Message = "a\nb\r\u2028\"ü",
            ProcessingTimeMs = 2847,
            Timestamp = Time,
            Error = new ChartError { Code = ChartErrorCode.UnknownSymbol, Message = "No <feed> knows it" },
        };

        string frame = Frame(draft);

        Assert.Contains("\"processingTime\":2847", frame, StringComparison.Ordinal);
        Assert.Contains(
            "\"error\":{\"code\":\"unknown_symbol\",\"message\":\"No <feed> knows it\"}", frame, StringComparison.Ordinal);
        Assert.Equal(4, frame.Split('\n').Length - 1);
        Assert.DoesNotContain('\r', frame);
    }

    [Fact]
    public void WriteConnection_HasTheGuidesShape()
    {
        var output = new ArrayBufferWriter<byte>();

        EventFrames.WriteConnection(output, new EventId("e1", 9), "mcp_1749698104642_abc123", Time);

        Assert.Equal(
            "id: e1-9\nevent: connection\ndata: {\"type\":\"connected\",\"clientId\":\"mcp_1749698104642_abc123\","
                + "\"timestamp\":\"2025-06-12T03:16:30.000Z\"}\n\n",
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("e1-7", true)]
    [InlineData("e1-0", true)]
    [InlineData("e1-9223372036854775807", true)]
    [InlineData("e1-9223372036854775808", false)]
    [InlineData("e1--7", false)]
    [InlineData("e1-+7", false)]
    [InlineData("-7", false)]
    [InlineData("7", false)]
    [InlineData("e 1-7", false)]
    [InlineData("é-7", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TryParse_TakesOnlyIdsOfTheServersForm(string? text, bool expected)
    {
        Assert.Equal(expected, EventId.TryParse(text, out EventId id));
        if (expected) Assert.Equal(text, id.ToString());
    }

    private static string Frame(ChartEventDraft draft)
    {
        var output = new ArrayBufferWriter<byte>();
        ChartEventCodec.WriteFrame(output, "e1", new ChartEvent(7, draft));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
