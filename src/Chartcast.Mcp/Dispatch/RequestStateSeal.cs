using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Chartcast.Mcp.Dispatch;

/// <summary>What a question was asked about; an answer counts for this alone.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Name">The tool or prompt.</param>
/// <param name="Arguments">Its arguments as one text; only a digest is kept.</param>
/// <param name="Subject">Who asked, as authenticated; null without authentication.</param>
internal sealed record SealedQuestion(string Method, string Name, string Arguments, string? Subject)
{
    /// <summary>A digest that binds all four.</summary>
    public byte[] Digest()
    {
        var text = new StringBuilder();
        foreach (var part in (string?[])[Method, Name, Arguments, Subject])
            text.Append(part is null ? "-" : $"{part.Length}:{part}").Append('\n');
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}

/// <summary>
/// Seals what a tool remembers between two rounds of a call into <c>requestState</c>, which travels through the client
/// and may come back altered, from somebody else, or much later (MCP 2026-07-28, "Multi Round-Trip Requests").
/// </summary>
/// <remarks>AES-256-GCM with a random nonce a seal; bound to the request's method, name, arguments and
/// subject.</remarks>
internal sealed class RequestStateSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int ExpiryBytes = 8;

    private readonly Func<ReadOnlyMemory<byte>> _key;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;

    /// <param name="key">Gives 32 secret bytes, always the same; servers that shall read each other's states share
    /// them.</param>
    /// <param name="time">The clock.</param>
    /// <param name="lifetime">How long an answer may take.</param>
    public RequestStateSeal(Func<ReadOnlyMemory<byte>> key, TimeProvider time, TimeSpan lifetime)
    {
        _key = key;
        _time = time;
        _lifetime = lifetime;
    }

    /// <summary>Seals a memory.</summary>
    public string Seal(SealedQuestion question, JsonElement memory)
    {
        var json = memory.ValueKind == JsonValueKind.Undefined ? [] : Encoding.UTF8.GetBytes(memory.GetRawText());
        var plain = new byte[ExpiryBytes + json.Length];
        BitConverter.TryWriteBytes(plain, (_time.GetUtcNow() + _lifetime).ToUnixTimeSeconds());
        json.CopyTo(plain.AsSpan(ExpiryBytes));

        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_key().Span, TagBytes);
        cipher.Encrypt(
            nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes),
            question.Digest());
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>Opens a seal.</summary>
    /// <param name="question">What the request that brings it is about.</param>
    /// <param name="state">The text that came back.</param>
    /// <param name="memory">What was remembered; undefined when nothing was.</param>
    /// <returns>False when it is none of this server's, altered, too old, or of another request.</returns>
    public bool TryOpen(SealedQuestion question, string state, out JsonElement memory)
    {
        memory = default;
        byte[] sealedBytes;
        try
        {
            sealedBytes = Base64Url.DecodeFromChars(state);
        }
        catch (FormatException)
        {
            return false;
        }

        if (sealedBytes.Length < NonceBytes + TagBytes + ExpiryBytes)
            return false;
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(_key().Span, TagBytes);
            cipher.Decrypt(
                sealedBytes.AsSpan(0, NonceBytes), sealedBytes.AsSpan(NonceBytes + TagBytes),
                sealedBytes.AsSpan(NonceBytes, TagBytes), plain, question.Digest());
        }
        catch (CryptographicException)
        {
            return false;
        }

        if (BitConverter.ToInt64(plain) < _time.GetUtcNow().ToUnixTimeSeconds())
            return false;
        if (plain.Length > ExpiryBytes)
            memory = JsonElement.Parse(plain.AsSpan(ExpiryBytes));
        return true;
    }
}
