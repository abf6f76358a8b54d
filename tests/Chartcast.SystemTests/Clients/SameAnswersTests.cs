using ModelContextProtocol.Client;

namespace Chartcast.SystemTests.Clients;

public sealed class StdioSameAnswersTests : SameAnswersContract
{
    private protected override Task<ConnectedClient> ConnectAsync(string revision) => ConnectedClient.OverStdioAsync(revision);

    [Theory]
    [InlineData("2026-07-28")]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    [InlineData("2025-03-26")]
    [InlineData("2024-11-05")]
    public Task Answers_AreTheSame(string revision) => AssertSameAsync(revision);
}

public sealed class HttpSameAnswersTests : SameAnswersContract
{
    private protected override Task<ConnectedClient> ConnectAsync(string revision) =>
        ConnectedClient.OverHttpAsync("mcp", HttpTransportMode.StreamableHttp, revision);

    [Theory]
    [InlineData("2026-07-28")]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    [InlineData("2025-03-26")]
    public Task Answers_AreTheSame(string revision) => AssertSameAsync(revision);
}

public sealed class SseSameAnswersTests : SameAnswersContract
{
    private protected override Task<ConnectedClient> ConnectAsync(string revision) =>
        ConnectedClient.OverHttpAsync("sse", HttpTransportMode.Sse, revision);

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    [InlineData("2025-03-26")]
    [InlineData("2024-11-05")]
    public Task Answers_AreTheSame(string revision) => AssertSameAsync(revision);
}
