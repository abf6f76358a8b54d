using System.Security.Cryptography;
using System.Text;

namespace Chartcast.Generation.Providers.ChartImg.Caches;

/// <summary>Names pictures by what was asked for: the same for every process, and without the key in it.</summary>
internal static class PictureNames
{
    private const string Version = "1";

    /// <summary>The name of a call.</summary>
    /// <param name="call">The call, as it would be made at a fixed time.</param>
    /// <param name="options">Whose account it is: another one may get another picture.</param>
    public static string Of(ChartImgBody call, ChartImgOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Version);
        Append(hash, options.BaseAddress.AbsoluteUri);
        Append(hash, options.ApiKey);
        Append(hash, options.SessionId ?? "");
        Append(hash, call.Path);
        hash.AppendData(call.Json.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(part));
        hash.AppendData([0]);
    }
}
