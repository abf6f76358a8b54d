using Microsoft.Extensions.Logging;

namespace Chartcast.Mcp.Security.OAuth;

/// <summary>
/// Keeps one issuer's keys: fetched on first use, again when they are old or a token names an unknown one, and never
/// more than one fetch at a time or two within <see cref="ShortestInterval"/>.
/// </summary>
/// <remarks>
/// While the issuer cannot be reached its old keys count for <see cref="LongestAge"/>; whoever can cut the line must
/// not be able to keep a withdrawn key alive for ever.
/// </remarks>
internal sealed partial class IssuerKeys(TokenIssuer issuer, KeySetClient client, TimeProvider time, ILogger logger)
{
    /// <summary>How long after one fetch the next may begin.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(30);

    /// <summary>How old keys are when they are fetched anew behind the callers' backs.</summary>
    public static readonly TimeSpan UsualAge = TimeSpan.FromHours(1);

    /// <summary>How old keys may get.</summary>
    public static readonly TimeSpan LongestAge = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private SigningKeySet? _keys;
    private long _fetchedAt;
    private long? _triedAt;
    private Task? _fetch;

    /// <summary>Finds a key.</summary>
    /// <param name="id">Its name, or null.</param>
    /// <param name="algorithm">What it has to be able to do.</param>
    /// <param name="cancellationToken">Gives up waiting; the fetch goes on for others.</param>
    /// <returns>Whether there are keys at all, and the one looked for.</returns>
    public async ValueTask<(bool AreThere, SigningKey? Key)> FindAsync(
        string? id, SignatureAlgorithm algorithm, CancellationToken cancellationToken)
    {
        var keys = Current(out var fetch);
        if (keys is null && fetch is not null)
        {
            await fetch.WaitAsync(cancellationToken);
            keys = Current(out _);
        }

        if (keys is null)
            return (false, null);
        if (keys.Find(id, algorithm) is { } known)
            return (true, known);
        if (BeginFetch() is not { } again)
            return (true, null);
        await again.WaitAsync(cancellationToken);
        return (true, Current(out _)?.Find(id, algorithm));
    }

    /// <summary>Fetches the keys now.</summary>
    /// <returns>How many there are.</returns>
    /// <exception cref="KeySetException">They could not be had.</exception>
    public async Task<int> CheckAsync() => (await client.FetchAsync(issuer)).Count;

    // The keys that count now, and the fetch that has to be waited for when there are none.
    private SigningKeySet? Current(out Task? fetch)
    {
        fetch = null;
        lock (_lock)
        {
            if (_keys is not null)
            {
                var age = time.GetElapsedTime(_fetchedAt);
                if (age < UsualAge)
                    return _keys;
                fetch = BeginFetch_NeedsLock();
                if (age < LongestAge)
                    return _keys;
            }

            fetch ??= BeginFetch_NeedsLock();
            return null;
        }
    }

    private Task? BeginFetch()
    {
        lock (_lock)
        {
            return BeginFetch_NeedsLock();
        }
    }

    private Task? BeginFetch_NeedsLock()
    {
        if (_fetch is not null)
            return _fetch;
        if (_triedAt is { } tried && time.GetElapsedTime(tried) < ShortestInterval)
            return null;
        _triedAt = time.GetTimestamp();
        return _fetch = Task.Run(FetchAsync);
    }

    private async Task FetchAsync()
    {
        SigningKeySet? keys = null;
        try
        {
            keys = await client.FetchAsync(issuer);
            LogFetched(keys.Count, issuer.Name);
        }
        catch (KeySetException exception)
        {
            LogFailed(issuer.Name, exception.Message);
        }
        catch (Exception exception)
        {
            LogBroken(exception, issuer.Name);
        }
        finally
        {
            lock (_lock)
            {
                if (keys is not null)
                {
                    _keys = keys;
                    _fetchedAt = time.GetTimestamp();
                }

                _fetch = null;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} keys of the token issuer {Issuer}")]
    private partial void LogFetched(int count, string issuer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of the token issuer {Issuer} cannot be had: {Reason}")]
    private partial void LogFailed(string issuer, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fetching the keys of the token issuer {Issuer} broke")]
    private partial void LogBroken(Exception exception, string issuer);
}
