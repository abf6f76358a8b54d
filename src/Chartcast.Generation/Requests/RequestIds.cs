using System.Globalization;
using System.Security.Cryptography;

namespace Chartcast.Generation.Requests;

/// <summary>Makes ids that nobody can guess.</summary>
public static class RequestIds
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RequestLetters = 22;
    private const int IncidentLetters = 10;

    /// <summary>A request's id: <c>req_</c>, milliseconds since 1970, <c>_</c>, 22 random letters (131 bits).</summary>
    /// <param name="now">When it was asked.</param>
    public static string NewRequestId(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"req_{now.ToUnixTimeMilliseconds()}_{RandomLetters(RequestLetters)}");

    /// <summary>An id that joins what a caller was told with what the log says: <c>inc_</c> and 10 random
    /// letters.</summary>
    public static string NewIncidentId() => "inc_" + RandomLetters(IncidentLetters);

    /// <summary>Random letters of base 62.</summary>
    /// <param name="count">How many; 1–128.</param>
    internal static string RandomLetters(int count) => RandomNumberGenerator.GetString(Letters, count);
}
