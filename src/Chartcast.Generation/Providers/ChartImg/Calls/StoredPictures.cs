using System.Globalization;
using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg.Calls;

/// <summary>Reads where Chart-IMG keeps a picture, in each of the three shapes that its storage endpoints
/// answer.</summary>
/// <remarks>v1 has <c>expireAt</c>, <c>createdAt</c> and <c>cors</c>; v2 advanced charts have <c>expire</c> and no
/// <c>size</c>; v2 layouts have both. Only <c>url</c> is needed.</remarks>
internal static class StoredPictures
{
    private const string VendorDomain = ".chart-img.com";

    /// <summary>Reads an answer.</summary>
    /// <param name="json">The body.</param>
    /// <param name="baseAddress">The API's address: pictures lie there or at the vendor's.</param>
    /// <param name="fault">What is wrong, as the rest of a sentence; null when nothing is.</param>
    /// <returns>Where it is kept, or null.</returns>
    public static StoredReport? Read(ReadOnlyMemory<byte> json, Uri baseAddress, out string? fault)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            fault = "it has no address of a picture";
            if (root.ValueKind != JsonValueKind.Object || TextOf(root, "url") is not { } url) return null;
            fault = "its address is not one of Chart-IMG";
            if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || !IsOfTheVendor(address, baseAddress))
                return null;
            fault = null;
            return new StoredReport(address.AbsoluteUri, Moment(root, "expire") ?? Moment(root, "expireAt"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            fault = "it is no JSON";
            return null;
        }
    }

    // An address from outside is fetched: nothing of this network may be reached by it.
    private static bool IsOfTheVendor(Uri address, Uri baseAddress) =>
        address.UserInfo.Length == 0
        && ((address.Scheme == baseAddress.Scheme && address.Authority == baseAddress.Authority)
            || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort
                && address.IdnHost.EndsWith(VendorDomain, StringComparison.OrdinalIgnoreCase)));

    private static DateTimeOffset? Moment(JsonElement root, string name) =>
        DateTimeOffset.TryParse(
            TextOf(root, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? at.ToUniversalTime()
            : null;

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
