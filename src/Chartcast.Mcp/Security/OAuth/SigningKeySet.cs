using System.Text.Json;

namespace Chartcast.Mcp.Security.OAuth;

/// <summary>The keys an issuer signs with at the moment (RFC 7517, section 5). Immutable.</summary>
internal sealed class SigningKeySet
{
    private const int MostKeys = 100;

    private readonly IReadOnlyList<SigningKey> _keys;

    private SigningKeySet(IReadOnlyList<SigningKey> keys) => _keys = keys;

    /// <summary>How many keys there are; at least one.</summary>
    public int Count => _keys.Count;

    /// <summary>Reads a set; keys of other kinds and uses are left out.</summary>
    /// <exception cref="KeySetException">It is none, or has no key that could be used.</exception>
    public static SigningKeySet Read(JsonElement set)
    {
        if (set.ValueKind != JsonValueKind.Object || !set.TryGetProperty("keys"u8, out var members)
            || members.ValueKind != JsonValueKind.Array)
            throw new KeySetException("what came is no key set");
        if (members.GetArrayLength() > MostKeys)
            throw new KeySetException($"the key set has more than {MostKeys} keys");
        SigningKey[] keys = [.. members.EnumerateArray().Select(SigningKey.Read).OfType<SigningKey>()];
        return keys.Length > 0
            ? new SigningKeySet(keys)
            : throw new KeySetException("the key set has no RSA or EC key for signatures");
    }

    /// <summary>Finds the key of a token.</summary>
    /// <param name="id">Its name; null when the token does not say, which only one fitting key may answer to.</param>
    /// <param name="algorithm">The way the token is signed.</param>
    /// <returns>The key, or null when there is none.</returns>
    public SigningKey? Find(string? id, SignatureAlgorithm algorithm)
    {
        SigningKey? found = null;
        foreach (var key in _keys)
        {
            if (!key.Fits(algorithm))
                continue;
            if (id is not null)
            {
                if (string.Equals(key.Id, id, StringComparison.Ordinal))
                    return key;
            }
            else if (found is null)
            {
                found = key;
            }
            else
            {
                return null;
            }
        }

        return found;
    }
}

/// <summary>An issuer's keys could not be had.</summary>
/// <param name="message">Why, in a few words fit for a log.</param>
internal sealed class KeySetException(string message) : Exception(message);
