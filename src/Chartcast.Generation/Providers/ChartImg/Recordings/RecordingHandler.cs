using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Chartcast.Generation.Providers.ChartImg.Recordings;

/// <summary>Writes every call and its answer into a directory. Headers are not kept at all, and key and session are
/// taken out of texts.</summary>
public sealed class RecordingHandler : DelegatingHandler
{
    private readonly string _directory;
    private readonly IReadOnlyList<string> _secrets;

    /// <summary>Records what goes through.</summary>
    /// <param name="inner">Makes the calls.</param>
    /// <param name="directory">An existing directory.</param>
    /// <param name="secrets">What must not be written.</param>
    public RecordingHandler(HttpMessageHandler inner, string directory, IReadOnlyList<string> secrets)
        : base(inner)
    {
        _directory = directory;
        _secrets = secrets;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string call = RecordingNames.CallOf(request);
        string sent = await RecordingNames.SentAsync(request, cancellationToken);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        byte[] content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var recording = new Recording
        {
            Call = call,
            Sent = sent,
            Status = (int)response.StatusCode,
            ContentType = type?.MediaType,
            Content = type?.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
                ? content
                : Encoding.UTF8.GetBytes(ChartImgText.Mask(Encoding.UTF8.GetString(content), _secrets)),
        };
        await File.WriteAllBytesAsync(
            RecordingNames.FileOf(_directory, call, sent),
            JsonSerializer.SerializeToUtf8Bytes(recording, RecordingJson.Default.Recording), cancellationToken);
        HttpContent old = response.Content;
        response.Content = new ByteArrayContent(content);
        response.Content.Headers.ContentType = type;
        old.Dispose();
        return response;
    }
}
