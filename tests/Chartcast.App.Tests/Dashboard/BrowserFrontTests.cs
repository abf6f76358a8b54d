using Chartcast.App.Dashboard;

namespace Chartcast.App.Tests.Dashboard;

public sealed class BrowserFrontTests
{
    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", true)]
    [InlineData("text/html", true)]
    [InlineData("text/*", true)]
    [InlineData("TEXT/HTML; charset=utf-8", true)]
    [InlineData("application/json;q=0.5, text/html;q=0.6", true)]
    [InlineData("application/json;q=0, */*;q=0.1", true)]
    [InlineData("text/html, application/json", false)]
    [InlineData("text/html;q=0.4, */*;q=0.5", false)]
    [InlineData("text/html;q=0, */*", false)]
    [InlineData("application/json, text/html;q=0.9", false)]
    [InlineData("*/*", false)]
    [InlineData("application/*", false)]
    [InlineData("text/event-stream", false)]
    [InlineData("no media type", false)]
    [InlineData("", false)]
    public void PrefersHtml_AsTheHeaderSays(string accept, bool isHtml) =>
        Assert.Equal(isHtml, BrowserFront.PrefersHtml(accept.Length == 0 ? [] : [accept]));
}
