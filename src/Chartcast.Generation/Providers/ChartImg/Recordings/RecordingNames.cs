using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg.Recordings;

/// <summary>Names recordings by what was asked, whenever it was asked.</summary>
internal static class RecordingNames
{
    /// <summary>The file of a call. The bounds of a range do not count: those that are open end at the time of the
    /// call.</summary>
    public static string FileOf(string directory, string call, string sent)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{call}\n{Timeless(sent)}"));
        return Path.Combine(directory, Convert.ToHexStringLower(hash)[..32] + ".json");
    }

    /// <summary>Method and path of a request, the query included.</summary>
    public static string CallOf(HttpRequestMessage request) => $"{request.Method} {request.RequestUri!.PathAndQuery}";

    /// <summary>The body of a request as text; empty for none.</summary>
    public static async Task<string> SentAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);

    private static string Timeless(string sent)
    {
        if (sent.Length == 0) return sent;
        using JsonDocument document = JsonDocument.Parse(sent);
        if (!document.RootElement.TryGetProperty("range"u8, out JsonElement range)
            || range.ValueKind != JsonValueKind.Object)
            return CanonicalJson.Write(document.RootElement);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                if (member.NameEquals("range"u8)) json.WriteString("range", "bounds");
                else member.WriteTo(json);
            }

            json.WriteEndObject();
        }

        using JsonDocument timeless = JsonDocument.Parse(buffer.ToArray());
        return CanonicalJson.Write(timeless.RootElement);
    }
}
