using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using static Chartcast.Mcp.Dispatch.IncomingMessage;

namespace Chartcast.Mcp.Security.OAuth;

/// <summary>A public key that signatures are checked with (RFC 7517, section 4). Safe for concurrent use.</summary>
internal sealed class SigningKey
{
    private const int ShortestModulusBits = 2048;
    private const int LongestModulusBits = 8192;

    private static readonly Dictionary<string, ECCurve> Curves = new(StringComparer.Ordinal)
    {
        ["P-256"] = ECCurve.NamedCurves.nistP256,
        ["P-384"] = ECCurve.NamedCurves.nistP384,
        ["P-521"] = ECCurve.NamedCurves.nistP521,
    };

    // An algorithm object is for one thread at a time, and making one takes ten times as long as a check.
    private readonly ConcurrentBag<AsymmetricAlgorithm> _idle = [];
    private readonly Func<AsymmetricAlgorithm> _make;
    private readonly string? _curve;
    private readonly string? _algorithm;

    private SigningKey(string? id, string? algorithm, string? curve, Func<AsymmetricAlgorithm> make)
    {
        Id = id;
        _algorithm = algorithm;
        _curve = curve;
        _make = make;
        _idle.Add(make());
    }

    /// <summary>Its name in its set; null when it has none.</summary>
    public string? Id { get; }

    /// <summary>Reads a key.</summary>
    /// <returns>The key; null when it is for something else, or of a kind or size that is not taken.</returns>
    public static SigningKey? Read(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object || !IsForSignatures(key))
            return null;
        try
        {
            Func<AsymmetricAlgorithm>? make = TextOf(key, "kty") switch
            {
                "RSA" => ReadRsa(key),
                "EC" => ReadCurve(key),
                _ => null,
            };
            return make is null
                ? null
                : new SigningKey(TextOf(key, "kid"), TextOf(key, "alg"), TextOf(key, "crv"), make);
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            // Numbers that are no key: one bad key is no reason to lose the others.
            return null;
        }
    }

    /// <summary>Whether it makes signatures of this kind.</summary>
    public bool Fits(SignatureAlgorithm algorithm) =>
        (_algorithm is null || _algorithm == algorithm.Name) && _curve == algorithm.Curve;

    /// <summary>Whether a signature is this key's.</summary>
    public bool Verifies(SignatureAlgorithm algorithm, byte[] signed, byte[] signature)
    {
        if (!_idle.TryTake(out var key))
            key = _make();
        var isRight = key is RSA rsa
            ? rsa.VerifyData(signed, signature, algorithm.Hash, algorithm.Padding!)
            : ((ECDsa)key).VerifyData(
                signed, signature, algorithm.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        _idle.Add(key);
        return isRight;
    }

    private static bool IsForSignatures(JsonElement key)
    {
        if (key.TryGetProperty("use"u8, out _) && TextOf(key, "use") != "sig")
            return false;
        return !key.TryGetProperty("key_ops"u8, out var uses)
            || (uses.ValueKind == JsonValueKind.Array && uses.EnumerateArray().Any(IsVerify));
    }

    private static bool IsVerify(JsonElement use) =>
        use.ValueKind == JsonValueKind.String && use.ValueEquals("verify"u8);

    private static Func<RSA>? ReadRsa(JsonElement key)
    {
        if (NumberOf(key, "n") is not { } modulus || NumberOf(key, "e") is not { } exponent)
            return null;
        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        var bits = modulus.AsSpan().TrimStart((byte)0).Length * 8;
        return bits is < ShortestModulusBits or > LongestModulusBits ? null : () => RSA.Create(parameters);
    }

    private static Func<ECDsa>? ReadCurve(JsonElement key)
    {
        if (TextOf(key, "crv") is not { } name || !Curves.TryGetValue(name, out var curve)
            || NumberOf(key, "x") is not { } x || NumberOf(key, "y") is not { } y)
            return null;
        var parameters = new ECParameters { Curve = curve, Q = new ECPoint { X = x, Y = y } };
        return () => ECDsa.Create(parameters);
    }

    private static byte[]? NumberOf(JsonElement key, string name) =>
        TextOf(key, name) is { } text ? Base64Url.DecodeFromChars(text) : null;
}
