using Chartcast.App.ChartImgApi;
using Chartcast.App.Configuration;
using Chartcast.App.Tests.Doubles;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>Faults on purpose, so that clients can be tried out: by setting, or by a header where that is allowed.</summary>
public sealed class FaultSwitchTests
{
    private const string Header = "X-Chartcast-Fault";

    [Theory]
    [InlineData("rate_limited", 429, """{"message":"Too Many Requests"}""")]
    [InlineData("limit_exceeded", 429, """{"message":"Limit Exceeded"}""")]
    [InlineData("server_error", 500, """{"message":"Something Went Wrong"}""")]
    [InlineData("external_timeout", 504, """{"message":"External Request Timeout"}""")]
    [InlineData("endpoint_timeout", 504, """{"message":"Endpoint request timed out"}""")]
    [InlineData("unauthorized", 401, """{"message":"Invalid Request"}""")]
    [InlineData("forbidden", 403, """{"message":"Forbidden"}""")]
    [InlineData("layout_forbidden", 403, """{"message":"Layout Forbidden"}""")]
    [InlineData("session_disconnected", 409, """{"message":"Session Disconnected"}""")]
    [InlineData("invalid_request", 422, """{"message":"Invalid Request"}""")]
    public async Task Error_HasTheDocumentedStatusAndWords(string fault, int status, string body)
    {
        await using TestApp app = await WithHeaderAsync();
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", (Header, fault))).IsError(status, body);
    }

    [Theory]
    [InlineData("rate_limited", 429, """{"message":"Too Many Requests"}""")]
    [InlineData("limit_exceeded", 429, """{"message":"Limit Exceeded"}""")]
    [InlineData("forbidden", 403, """{"message":"Forbidden"}""")]
    [InlineData("server_error", 500, """{"error":"Server error."}""")]
    [InlineData("external_timeout", 504, """{"error":"Process timeout."}""")]
    public async Task Error_HasV1sWords_OnV1sPaths(string fault, int status, string body)
    {
        await using TestApp app = await WithHeaderAsync();
        (await ApiAnswer.GetAsync(app, "/v1/tradingview/advanced-chart", (Header, fault))).IsError(status, body);
    }

    [Theory]
    [InlineData("slow", 4)]
    [InlineData("slower", 9)]
    [InlineData("hang", 120)]
    public async Task SlowAnswer_IsRight_AndComesLate(string fault, int seconds)
    {
        var time = new FakeTimeProvider();
        var faults = new FaultSwitch(new ChartImgApiOptions { TakesFaultHeader = true }, time);
        var context = new DefaultHttpContext();
        context.Request.Headers[Header] = fault;
        bool isWorking = false;
        Task answer = faults.RunAsync(faults.Next(context.Request), context, () =>
        {
            isWorking = true;
            return Task.CompletedTask;
        });
        time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.False(isWorking);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await answer;
        Assert.True(isWorking);
    }

    [Fact]
    public async Task SlowAnswer_IsGivenUp_WhenTheCallerLeaves()
    {
        var faults = new FaultSwitch(new ChartImgApiOptions(), new FakeTimeProvider());
        using var left = new CancellationTokenSource();
        var context = new DefaultHttpContext { RequestAborted = left.Token };
        Task answer = faults.RunAsync(ApiFault.Hang, context, () => Task.CompletedTask);
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task Truncated_PromisesMoreThanItSends()
    {
        await using TestApp app = await WithHeaderAsync();
        using HttpClient client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, ApiAnswer.AdvancedPath);
        request.Headers.Add(Header, "truncated");
        using HttpResponseMessage response = await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Content.Headers.ContentLength > 1_000);
        await Assert.ThrowsAnyAsync<Exception>(
            () => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Html_ComesWith200()
    {
        await using TestApp app = await WithHeaderAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", (Header, "html"));
        Assert.Equal((200, "text/html"), (answer.Status, answer.Type));
        Assert.StartsWith("<!doctype html>", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_IsPassedOver_UnlessItIsAllowed()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", (Header, "server_error"))).IsImage(800, 600);
    }

    [Fact]
    public async Task Header_WithAnUnknownName_SaysTheNames()
    {
        await using TestApp app = await WithHeaderAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", (Header, "oops"));
        Assert.Equal(400, answer.Status);
        Assert.Contains("rate_limited", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_ComeWithEverySoManyCalls()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with
        {
            Demo = true,
            ChartImgApi = options.ChartImgApi with
            {
                Faults = [new ApiFaultRule(ApiFault.ServerError, 4), new ApiFaultRule(ApiFault.RateLimited, 2)],
            },
        });
        var statuses = new List<int>();
        for (int i = 0; i < 8; i++) statuses.Add((await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}")).Status);
        Assert.Equal([200, 429, 200, 500, 200, 429, 200, 500], statuses);
    }

    [Fact]
    public async Task Faults_AreForThoseWithAKey()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with
        {
            ChartImgApi = options.ChartImgApi with
            {
                TakesFaultHeader = true,
                Keys = [new ApiKey("one-one-one", "one", ApiPlan.Unlimited)],
            },
        });
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", (Header, "server_error")))
            .IsError(403, """{"message":"Forbidden"}""");
    }

    private static Task<TestApp> WithHeaderAsync() => TestApp.StartAsync(options => options with
    {
        Demo = true,
        ChartImgApi = options.ChartImgApi with { TakesFaultHeader = true },
    });
}
