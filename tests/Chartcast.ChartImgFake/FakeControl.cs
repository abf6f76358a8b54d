using System.Text.Json;

namespace Chartcast.ChartImgFake;

/// <summary>Steers a fake from another process: <c>POST /_fake/script</c> with a list of fault names, <c>GET /_fake/calls</c>,
/// <c>POST /_fake/reset</c>.</summary>
internal static class FakeControl
{
    public static void Map(WebApplication app, FakeState state)
    {
        app.MapPost("/_fake/script", async context =>
        {
            using JsonDocument list = await JsonDocument.ParseAsync(context.Request.Body);
            state.Script([.. list.RootElement.EnumerateArray().Select(item => Enum.Parse<FakeFault>(item.GetString()!, true))]);
        });
        app.MapPost("/_fake/reset", context =>
        {
            state.Reset();
            return Task.CompletedTask;
        });
        app.MapGet("/_fake/calls", context => WriteCallsAsync(context, state));
    }

    private static async Task WriteCallsAsync(HttpContext context, FakeState state)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.Body);
        json.WriteStartObject();
        json.WriteNumber("count", state.CallCount);
        json.WriteStartArray("bodies");
        foreach (FakeCall call in state.Calls) json.WriteStringValue(call.Body);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
