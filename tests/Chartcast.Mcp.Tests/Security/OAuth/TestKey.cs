using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Chartcast.Mcp.Tests.Security.OAuth;

/// <summary>A key pair of an issuer, with its public half as issuers publish it.</summary>
internal sealed record TestKey(string Id, string Algorithm, AsymmetricAlgorithm Pair)
{
    // Making RSA keys takes long; tests change nothing of them.
    public static TestKey Rsa { get; } = NewRsa("rsa-1");

    public static TestKey OtherRsa { get; } = NewRsa("rsa-2");

    public static TestKey Curve { get; } = NewCurve("ec-1", "ES256", ECCurve.NamedCurves.nistP256);

    public static TestKey NewRsa(string id, int bits = 2048) => new(id, "RS256", RSA.Create(bits));

    public static TestKey NewCurve(string id, string algorithm, ECCurve curve) =>
        new(id, algorithm, ECDsa.Create(curve));

    public JsonObject Public()
    {
        if (Pair is RSA rsa)
        {
            var parameters = rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["kid"] = Id,
                ["use"] = "sig",
                ["n"] = Text(parameters.Modulus!),
                ["e"] = Text(parameters.Exponent!),
            };
        }

        var point = ((ECDsa)Pair).ExportParameters(includePrivateParameters: false).Q;
        return new JsonObject
        {
            ["kty"] = "EC",
            ["kid"] = Id,
            ["crv"] = Algorithm switch { "ES256" => "P-256", "ES384" => "P-384", _ => "P-521" },
            ["x"] = Text(point.X!),
            ["y"] = Text(point.Y!),
        };
    }

    /// <summary>Signs a header and claims into a token.</summary>
    public string Sign(JsonNode header, string claims)
    {
        var text = $"{Text(header.ToJsonString())}.{Text(claims)}";
        return $"{text}.{Text(Signature(Encoding.ASCII.GetBytes(text)))}";
    }

    public static string Text(string json) => Text(Encoding.UTF8.GetBytes(json));

    public static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private byte[] Signature(byte[] signed)
    {
        var hash = Algorithm[2..] switch
        {
            "256" => HashAlgorithmName.SHA256,
            "384" => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA512,
        };
        return Pair is RSA rsa
            ? rsa.SignData(signed, hash, Algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1)
            : ((ECDsa)Pair).SignData(signed, hash);
    }
}
