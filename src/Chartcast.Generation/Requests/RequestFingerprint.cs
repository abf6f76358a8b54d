using System.Security.Cryptography;

namespace Chartcast.Generation.Requests;

/// <summary>Names what a request asks for, whoever asks: requests with one fingerprint can share one picture.</summary>
public static class RequestFingerprint
{
    /// <summary>Lower-case hexadecimal SHA-256 of the canonical request: no client, no key, no wording.</summary>
    public static string Of(ChartRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(ChartRequestCodec.Encode(request)));
}
