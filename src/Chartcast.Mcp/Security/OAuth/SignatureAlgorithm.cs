using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Chartcast.Mcp.Security.OAuth;

/// <summary>
/// A way of signing that is taken (RFC 7518, section 3.1): asymmetric ones only, so that no public key can ever be
/// taken for a secret, and <c>none</c> is none of them.
/// </summary>
/// <param name="Name">Its name in <c>alg</c>.</param>
/// <param name="Hash">What is signed of the text.</param>
/// <param name="Padding">How RSA pads; null for ECDSA.</param>
/// <param name="Curve">The curve of ECDSA; null for RSA.</param>
internal sealed record SignatureAlgorithm(
    string Name, HashAlgorithmName Hash, RSASignaturePadding? Padding, string? Curve)
{
    private static readonly FrozenDictionary<string, SignatureAlgorithm> Known = new SignatureAlgorithm[]
    {
        new("RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, null),
        new("RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1, null),
        new("RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1, null),
        new("PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss, null),
        new("PS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pss, null),
        new("PS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pss, null),
        new("ES256", HashAlgorithmName.SHA256, null, "P-256"),
        new("ES384", HashAlgorithmName.SHA384, null, "P-384"),
        new("ES512", HashAlgorithmName.SHA512, null, "P-521"),
    }.ToFrozenDictionary(algorithm => algorithm.Name, StringComparer.Ordinal);

    public static SignatureAlgorithm? Find(string name) => Known.GetValueOrDefault(name);
}
