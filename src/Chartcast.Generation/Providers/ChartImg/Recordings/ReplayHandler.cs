using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Chartcast.Generation.Providers.ChartImg.Recordings;

/// <summary>Answers calls from a directory that <see cref="RecordingHandler"/> filled; calls nobody.</summary>
/// <param name="directory">The directory.</param>
public sealed class ReplayHandler(string directory) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string call = RecordingNames.CallOf(request);
        string file = RecordingNames.FileOf(
            directory, call, await RecordingNames.SentAsync(request, cancellationToken));
        if (!File.Exists(file)) return Answer(404, "application/json", """{"message":"Not Recorded"}"""u8.ToArray());
        byte[] bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        Recording? recording = JsonSerializer.Deserialize(bytes, RecordingJson.Default.Recording);
        return recording is null
            ? Answer(404, "application/json", """{"message":"Not Recorded"}"""u8.ToArray())
            : Answer(recording.Status, recording.ContentType, recording.Content);
    }

    private static HttpResponseMessage Answer(int status, string? type, byte[] content)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(content) };
        if (type is not null) response.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return response;
    }
}
