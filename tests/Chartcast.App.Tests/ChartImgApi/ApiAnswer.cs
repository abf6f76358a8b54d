using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>An answer of the Chart-IMG-compatible API.</summary>
internal sealed record ApiAnswer(int Status, string? Type, byte[] Bytes, HttpResponseHeaders Headers)
{
    public const string AdvancedPath = "/v2/tradingview/advanced-chart";

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>Width and height as the file says them: the header of a PNG, the frame of a baseline JPEG.</summary>
    public (int Width, int Height) Size
    {
        get
        {
            ReadOnlySpan<byte> file = Bytes;
            if (file[1..].StartsWith("PNG"u8))
                return (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));

            int frame = file.IndexOf([(byte)0xFF, (byte)0xC0]);
            return (BinaryPrimitives.ReadUInt16BigEndian(file[(frame + 7)..]),
                BinaryPrimitives.ReadUInt16BigEndian(file[(frame + 5)..]));
        }
    }

    public string? Header(string name) =>
        Headers.TryGetValues(name, out IEnumerable<string>? values) ? Assert.Single(values) : null;

    public static async Task<ApiAnswer> PostAsync(
        TestApp app, string path, string? body, params (string Name, string Value)[] headers) =>
        await SendAsync(app, HttpMethod.Post, path, body is null ? null : Encoding.UTF8.GetBytes(body), headers);

    public static Task<ApiAnswer> GetAsync(TestApp app, string path, params (string Name, string Value)[] headers) =>
        SendAsync(app, HttpMethod.Get, path, null, headers);

    public static async Task<ApiAnswer> SendAsync(
        TestApp app, HttpMethod method, string path, byte[]? body, params (string Name, string Value)[] headers)
    {
        using HttpClient client = app.Client();
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach ((string name, string value) in headers)
        {
            if (name == "Content-Type") request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new ApiAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            response.Headers);
    }

    /// <summary>Fails unless this is a whole picture of a size and a format.</summary>
    public void IsImage(int width, int height, string type = "image/png")
    {
        Assert.True(Status == 200, $"{Status}: {Text}");
        Assert.Equal(type, Type);
        Assert.Equal((width, height), Size);
        Assert.True(Bytes.Length > 1_000);
    }

    /// <summary>Fails unless this is an error with these very words.</summary>
    public void IsError(int status, string json)
    {
        Assert.Equal((status, json), (Status, Text));
        Assert.Equal("application/json", Type);
    }
}
