using System.Text;
using System.Text.Json;

namespace Chartcast.ChartImgFake;

/// <summary>Writes one answer, right or wrong.</summary>
internal sealed class FakeReply(HttpContext context, TimeProvider time)
{
    private const string Page = "<!doctype html><html><body>Gateway page</body></html>";

    /// <summary>An error as <c>{"message":"…"}</c>.</summary>
    public Task MessageAsync(int status, string message) => WordsAsync(status, "message", message);

    /// <summary>An error as v1 has some: <c>{"error":"…"}</c>.</summary>
    public Task ErrorAsync(int status, string error) => WordsAsync(status, "error", error);

    private Task WordsAsync(int status, string member, string words)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(member, words);
            json.WriteEndObject();
        }

        return JsonAsync(status, buffer.ToArray());
    }

    /// <summary>Any JSON.</summary>
    public Task JsonAsync(int status, byte[] body) => BytesAsync(status, "application/json", body);

    /// <summary>Answers a fault that needs no picture; false when the fault is about the picture or is none.</summary>
    public async Task<bool> TryFaultAsync(FakeAnswer answer, string key)
    {
        if (answer.RetryAfter is not null) context.Response.Headers.RetryAfter = answer.RetryAfter;
        switch (answer.Fault)
        {
            case FakeFault.RateLimited: await MessageAsync(429, "Too Many Requests"); break;
            case FakeFault.LimitExceeded: await MessageAsync(429, "Limit Exceeded"); break;
            case FakeFault.ServerError: await MessageAsync(500, "Something Went Wrong"); break;
            case FakeFault.NotImplemented: await MessageAsync(501, "Not Implemented"); break;
            case FakeFault.BadGateway: await BytesAsync(502, "text/html", Encoding.UTF8.GetBytes(Page)); break;
            case FakeFault.Unavailable: await BytesAsync(503, null, []); break;
            case FakeFault.ExternalTimeout: await MessageAsync(504, "External Request Timeout"); break;
            case FakeFault.EndpointTimeout: await MessageAsync(504, "Endpoint request timed out"); break;
            case FakeFault.Unauthorized: await MessageAsync(401, "Invalid Request"); break;
            case FakeFault.Forbidden: await MessageAsync(403, "Forbidden"); break;
            case FakeFault.SessionDisconnected: await MessageAsync(409, "Session Disconnected"); break;
            case FakeFault.InvalidRequest: await MessageAsync(422, "Invalid Request"); break;
            case FakeFault.EchoesKey: await MessageAsync(422, $"\u001b[31mkey\r\n {key} is \u202egone\u0007"); break;
            case FakeFault.Redirect: Redirect(); break;
            case FakeFault.HangBeforeHeaders: await HangAsync(); break;
            case FakeFault.Reset: context.Abort(); break;
            default: return false;
        }

        return true;
    }

    /// <summary>A stored picture, or 404.</summary>
    public Task StoredAsync(byte[]? file)
    {
        if (file is null) return BytesAsync(404, "text/html", Encoding.UTF8.GetBytes(Page));
        return BytesAsync(200, file[0] == 0xFF ? "image/jpeg" : "image/png", file);
    }

    /// <summary>The picture, or what the fault makes of it.</summary>
    public async Task PictureAsync(FakeBody body, FakeAnswer answer)
    {
        if (answer.Fault == FakeFault.Slow) await Task.Delay(answer.Delay, time, context.RequestAborted);
        int width = body.Width + (answer.Fault == FakeFault.WrongSize ? 1 : 0);
        bool isJpeg = body.IsJpeg != (answer.Fault == FakeFault.WrongFormat);
        byte[] file = isJpeg ? FakePictures.Jpeg(width, body.Height) : FakePictures.Png(width, body.Height);
        if (answer.Fault == FakeFault.BrokenChecksum) file[^20] ^= 1;
        string type = isJpeg ? "image/jpeg" : "image/png";
        switch (answer.Fault)
        {
            case FakeFault.HangAfterHeaders: await PartAsync(type, file, 0, hangs: true); break;
            case FakeFault.HangInBody: await PartAsync(type, file, file.Length / 2, hangs: true); break;
            case FakeFault.Truncated: await PartAsync(type, file, file.Length / 2, hangs: false); break;
            case FakeFault.CutPicture: await BytesAsync(200, type, file[..(file.Length / 2)]); break;
            case FakeFault.Html: await BytesAsync(200, "image/png", Encoding.UTF8.GetBytes(Page)); break;
            case FakeFault.JsonWithOk: await MessageAsync(200, "No picture today"); break;
            case FakeFault.Empty: await BytesAsync(200, type, []); break;
            case FakeFault.WrongContentType: await BytesAsync(200, "text/html", file); break;
            case FakeFault.GeneralContentType: await BytesAsync(200, "application/octet-stream", file); break;
            case FakeFault.NoContentType: await BytesAsync(200, null, file); break;
            default: await BytesAsync(200, type, file); break;
        }
    }

    private async Task BytesAsync(int status, string? type, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private async Task PartAsync(string type, byte[] file, int count, bool hangs)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = file.Length;
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(file.AsMemory(0, count), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (hangs) await HangAsync();
        else context.Abort();
    }

    private async Task HangAsync()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private void Redirect()
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = "http://169.254.169.254/latest/meta-data/";
    }
}
