using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Tests.Fixtures;
using Chartcast.Mcp.Transports;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Dispatch;

public sealed class ToolAccessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Access.None, false)]
    [InlineData(Access.Read, false)]
    [InlineData(Access.Write, true)]
    public async Task Call_IsRefused_EvenIfTheTransportForgotToAsk(Access access, bool isAnswered)
    {
        var factory = new McpServerFactory(
            new Tools().Definition(), NullLoggerFactory.Instance, TimeProvider.System, Cancel);
        var answer = new TaskCompletionSource<JsonRpcMessage>();
        var inbox = new InboxTransport(null, (message, _) =>
        {
            answer.TrySetResult(message);
            return Task.CompletedTask;
        });
        var body = Raw.ModernBody("tools/call", ",\"name\":\"fail\",\"arguments\":{\"how\":\"result\"}");
        var message = factory.Parser.Parse(System.Text.Encoding.UTF8.GetBytes(body)).Messages[0];
        message.Message.Context = new JsonRpcMessageContext { ProtocolVersion = Raw.Modern };
        new CallOrigin(message.Params, "forgetful", null, new Caller { Access = access }).AttachTo(message.Message.Context);
        inbox.Post(message.Message);
        inbox.Complete();
        await using var server = factory.Create(inbox);
        await server.RunAsync(Cancel);

        var answered = await answer.Task.WaitAsync(Cancel);
        if (isAnswered)
            Assert.IsType<JsonRpcResponse>(answered);
        else
            Assert.Contains("may not use fail", Assert.IsType<JsonRpcError>(answered).Error.Message, StringComparison.Ordinal);
    }
}
