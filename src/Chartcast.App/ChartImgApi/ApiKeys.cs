using System.Security.Cryptography;
using System.Text;
using Chartcast.App.Configuration;
using Chartcast.Generation.Stores.ChartImg;

namespace Chartcast.App.ChartImgApi;

/// <summary>Finds out who calls, by the rule of each version.</summary>
internal sealed class ApiKeys
{
    private const string KeyHeader = "x-api-key";
    private const string KeyParameter = "key";
    private const string BearerScheme = "Bearer ";

    private readonly (byte[] Digest, ApiCaller Caller)[] _known;
    private readonly ApiCaller _anyone;

    public ApiKeys(ChartImgApiOptions options, SqliteDayCounts days, TimeProvider time)
    {
        ApiCaller CallerOf(string? name, ApiPlan plan, byte[] digest) =>
            new(name, plan, new KeyAllowance(plan, digest, days, time));
        _known = [.. options.Keys.Select(key => (key, Digest: DigestOf(key.Secret)))
            .Select(one => (one.Digest, CallerOf(one.key.Name, one.key.Plan, one.Digest)))];
        _anyone = CallerOf(null, options.Plan, []);
    }

    /// <summary>The caller; null when a key is asked for and a right one is not given.</summary>
    public ApiCaller? Find(HttpRequest request, ApiVersion version)
    {
        if (_known.Length == 0) return _anyone;
        if (KeyOf(request, version) is not { Length: > 0 } given) return null;
        byte[] digest = DigestOf(given);
        ApiCaller? found = null;
        // Every key is compared, each in the same time.
        foreach ((byte[] known, ApiCaller caller) in _known)
        {
            if (CryptographicOperations.FixedTimeEquals(known, digest)) found = caller;
        }

        return found;
    }

    private static string? KeyOf(HttpRequest request, ApiVersion version) => version switch
    {
        ApiVersion.V1 => BearerOf(request) ?? ParameterOf(request),
        ApiVersion.V2 => HeaderOf(request),
        _ when HttpMethods.IsGet(request.Method) => HeaderOf(request) ?? ParameterOf(request),
        _ => HeaderOf(request),
    };

    private static string? HeaderOf(HttpRequest request) =>
        request.Headers[KeyHeader] is { Count: 1 } values ? values[0] : null;

    private static string? ParameterOf(HttpRequest request) =>
        request.Query[KeyParameter] is { Count: 1 } values ? values[0] : null;

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization is { Count: 1 } values
        && values[0]!.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
            ? values[0]![BearerScheme.Length..].Trim()
            : null;

    private static byte[] DigestOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>Who calls.</summary>
/// <param name="Name">The key's name; null when no key is asked for.</param>
/// <param name="Plan">What it may do.</param>
/// <param name="Allowance">What is left of its calls.</param>
internal sealed record ApiCaller(string? Name, ApiPlan Plan, KeyAllowance Allowance);
