using Chartcast.App.Guide;
using Microsoft.AspNetCore.Http;

namespace Chartcast.App.Tests.Guide;

public sealed class GuideRequestReaderTests
{
    [Theory]
    [InlineData(408, "too slowly")]
    [InlineData(400, "could not be read to its end")]
    public async Task ReadBodyAsync_BlamesTheCaller_WhenTheBodyStopsComing(int status, string words)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/json";
        context.Request.Body = new StoppingBody(status);
        GuideException exception = await Assert.ThrowsAsync<GuideException>(
            () => GuideRequestReader.ReadBodyAsync(context.Request));
        Assert.Equal((status, -32600), (exception.Status, exception.Code));
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Ends as Kestrel ends a body that comes too slowly, or whose sender hung up.</summary>
    private sealed class StoppingBody(int status) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new BadHttpRequestException("The body stopped.", status);
    }
}
