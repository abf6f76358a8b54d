using System.Globalization;
using Chartcast.Mcp.Security.OAuth;

namespace Chartcast.App.Configuration;

/// <summary>Reads the settings of OAuth.</summary>
/// <param name="environment">Environment variables by name.</param>
/// <param name="fault">Receives every setting that cannot be used, and why.</param>
internal sealed class OAuthOptionsReader(
    IReadOnlyDictionary<string, string> environment, Action<string, string> fault)
{
    private const int LongestAudience = 1024;

    /// <summary>Reads them.</summary>
    /// <param name="options">The other settings, read.</param>
    /// <returns>Null without an issuer, or when something is wrong.</returns>
    public OAuthOptions? Read(ServerOptions options)
    {
        string[] issuers = ReadIssuers();
        if (issuers.Length == 0)
        {
            RequireIssuer(EnvironmentSettings.OAuthAudience);
            RequireIssuer(EnvironmentSettings.OAuthKeySetUrl);
            return null;
        }

        string? audience = ReadAudience();
        Uri? keySetUrl = ReadKeySetUrl(issuers);
        return PublicUrlOf(options) is { } address
            ? new OAuthOptions
            {
                Issuers = issuers,
                KeySetUrl = keySetUrl,
                PublicUrl = address,
                OwnAudience = audience,
            }
            : null;
    }

    private string[] ReadIssuers()
    {
        string[] issuers = [.. (Value(EnvironmentSettings.OAuthIssuer) ?? "")
            .Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)];
        foreach (string issuer in issuers.Where(issuer => !IsIssuer(issuer)))
        {
            fault(EnvironmentSettings.OAuthIssuer, $"{ServerOptionsReader.Shown(issuer)} is no usable issuer: write "
                + "https://host/… exactly as tokens name it in 'iss' (http:// for this machine only), without user, "
                + "query and fragment.");
        }

        return issuers;
    }

    // The text itself counts, not what it could be normalized to: tokens are compared with it letter by letter.
    private static bool IsIssuer(string text) =>
        ServerOptionsReader.AddressOf(text) is { } address && !text.AsSpan().ContainsAny("?#\"\\")
        && new TokenIssuer(text).MayFetch(address);

    private string? ReadAudience()
    {
        if (Value(EnvironmentSettings.OAuthAudience) is not { } text) return null;
        if (text.Length <= LongestAudience && !text.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e')) return text;
        fault(EnvironmentSettings.OAuthAudience, $"{ServerOptionsReader.Shown(text)} is no audience: write what tokens "
            + "have in 'aud', without blanks.");
        return null;
    }

    private Uri? ReadKeySetUrl(string[] issuers)
    {
        if (Value(EnvironmentSettings.OAuthKeySetUrl) is not { } text) return null;
        if (issuers.Length > 1)
        {
            fault(EnvironmentSettings.OAuthKeySetUrl, "cannot be the key set of several issuers: leave it out, and the "
                + "metadata of each are asked.");
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Fragment.Length == 0
            && IsIssuer(issuers[0]) && new TokenIssuer(issuers[0]).MayFetch(address))
            return address;
        fault(EnvironmentSettings.OAuthKeySetUrl, $"{ServerOptionsReader.Shown(text)} is no usable address: write "
            + "https://host/… (http:// for this machine only, if the issuer has it, too), without user and fragment.");
        return null;
    }

    // The resource is what clients compare with the address they use, so it must not be guessed.
    private Uri? PublicUrlOf(ServerOptions options)
    {
        if (options.PublicUrl is { } address) return address;
        if (options.IsLoopback && options.Port != 0)
            return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{options.ShownHost}:{options.Port}/"));
        fault(EnvironmentSettings.PublicUrl, $"is needed with {EnvironmentSettings.OAuthIssuer}: write the server's "
            + "address as clients see it, such as https://charts.example.org/, because tokens are issued for it.");
        return null;
    }

    private void RequireIssuer(string name)
    {
        if (Value(name) is not null)
            fault(name, $"means nothing without {EnvironmentSettings.OAuthIssuer}: set that, too, or leave this out.");
    }

    private string? Value(string name) => environment.GetValueOrDefault(name);
}
