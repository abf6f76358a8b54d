using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Words every failure of Chart-IMG and says how many more attempts it is worth.</summary>
/// <remarks>Chart-IMG answers errors as <c>{"message":"…"}</c> or as a list of <c>{"msg","param",…}</c>; gateways
/// before it
/// may answer anything.</remarks>
internal static class ChartImgErrors
{
    private const int NoRetry = 0;
    private const int OneRetry = 1;
    private const int ManyRetries = int.MaxValue;
    private const string QuotaWords = "Limit Exceeded";

    /// <summary>The failure behind an answer that is not 200.</summary>
    /// <param name="status">The answer's status.</param>
    /// <param name="body">Its body, perhaps cut.</param>
    /// <param name="secrets">Key and session, to be masked.</param>
    public static ChartImgReply FromStatus(
        HttpStatusCode status, ReadOnlyMemory<byte> body, IReadOnlyList<string> secrets)
    {
        string words = Words(body);
        string? upstream = ChartImgText.Shown(words, secrets) ?? ChartImgText.Shown($"HTTP {(int)status}", secrets);
        ChartImgReply failed = (int)status switch
        {
            401 => Refused(ChartErrorCode.UpstreamUnauthorized, KeyRefused, upstream),
            403 => Forbidden(words, upstream),
            422 => Unprocessable(words, upstream),
            429 when words.Contains(QuotaWords, StringComparison.OrdinalIgnoreCase) => Refused(
                ChartErrorCode.UpstreamQuotaExhausted, ChartImgAccount.ExhaustedMessage, upstream),
            429 => ChartImgReply.Failed(
                ChartErrorCode.UpstreamRateLimited,
                "Chart-IMG's rate limit for this key is reached: try again in a few seconds.", ManyRetries, upstream),
            504 => ChartImgReply.Failed(
                ChartErrorCode.UpstreamTimeout, "Chart-IMG's own chart source was too slow: try again.",
                ManyRetries, upstream),
            500 or 502 or 503 => ChartImgReply.Failed(
                ChartErrorCode.UpstreamFailed, "Chart-IMG failed: try again later.", ManyRetries, upstream),
            404 => Refused(
                ChartErrorCode.UpstreamRefused,
                "Chart-IMG does not know what was asked for: check the layout's id, or the base address.", upstream),
            409 => Refused(
                ChartErrorCode.UpstreamRefused,
                "The TradingView session is no longer current: sign in again and renew TRADINGVIEW_SESSION_ID and "
                    + "TRADINGVIEW_SESSION_ID_SIGN.", upstream),
            >= 300 and < 400 => Refused(
                ChartErrorCode.UpstreamFailed,
                "Chart-IMG answered with a redirect, which is not followed: check the base address.", upstream),
            >= 400 and < 500 => Refused(
                ChartErrorCode.UpstreamRefused, "Chart-IMG refused the request.", upstream),
            _ => Refused(ChartErrorCode.UpstreamFailed, "Chart-IMG gave an unexpected answer.", upstream),
        };
        return failed with { Status = (int)status };
    }

    /// <summary>The failure behind an exception of the connection.</summary>
    public static ChartImgReply FromNetwork(HttpRequestError error) => ChartImgReply.Failed(
        ChartErrorCode.UpstreamFailed,
        error switch
        {
            HttpRequestError.NameResolutionError => "The name of the Chart-IMG server could not be resolved.",
            HttpRequestError.SecureConnectionError => "A secure connection to Chart-IMG could not be made.",
            HttpRequestError.ConnectionError => "Chart-IMG could not be reached.",
            _ => "The connection to Chart-IMG broke.",
        },
        error is HttpRequestError.SecureConnectionError ? NoRetry : OneRetry);

    /// <summary>An answer that began and did not end.</summary>
    public static ChartImgReply Truncated() => ChartImgReply.Failed(
        ChartErrorCode.UpstreamBadImage, "Chart-IMG's picture broke off: try again.", OneRetry);

    /// <summary>An attempt without an answer in time.</summary>
    public static ChartImgReply TimedOut(TimeSpan waited) => ChartImgReply.Failed(
        ChartErrorCode.UpstreamTimeout,
        $"Chart-IMG did not answer within {waited.TotalSeconds:0.#} s: try again.",
        OneRetry);

    /// <summary>A call that was not made because too many before it failed.</summary>
    /// <param name="wait">How long none is made.</param>
    public static ChartImgReply Broken(TimeSpan wait) => ChartImgReply.Failed(
        ChartErrorCode.UpstreamFailed,
        "Chart-IMG failed again and again and is not asked at the moment: try again in "
            + $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds))} s, or use provider local.") with { RetryAfter = wait };

    /// <summary>A 200 whose body is not the picture that was asked for.</summary>
    /// <param name="fault">What <see cref="ImageCheck"/> found.</param>
    /// <param name="body">The body; its beginning is told when it is text.</param>
    /// <param name="secrets">Key and session, to be masked.</param>
    public static ChartImgReply BadImage(string fault, ReadOnlyMemory<byte> body, IReadOnlyList<string> secrets) =>
        ChartImgReply.Failed(
            ChartErrorCode.UpstreamBadImage,
            $"Chart-IMG's answer is not the picture that was asked for: {fault}.",
            OneRetry,
            LooksLikeText(body.Span) ? ChartImgText.Shown(Words(body), secrets) : null);

    private const string KeyRefused =
        "Chart-IMG refused the key: check CHART_IMG_API_KEY and whether the account is active, or use provider local.";

    private static ChartImgReply Refused(ChartErrorCode code, string message, string? upstream) =>
        ChartImgReply.Failed(code, message, NoRetry, upstream);

    private static ChartImgReply Forbidden(string words, string? upstream)
    {
        if (words.Contains("Resolution Limit", StringComparison.OrdinalIgnoreCase))
        {
            return Refused(
                ChartErrorCode.UpstreamRefused,
                $"The Chart-IMG plan does not allow a picture this large{Limit(words)}: "
                    + "ask for a smaller one, or use provider local.",
                upstream) with { Learned = LearnedSize(words) };
        }

        if (words.Contains("Parameter Limit", StringComparison.OrdinalIgnoreCase))
        {
            return Refused(
                ChartErrorCode.UpstreamRefused,
                $"The Chart-IMG plan does not allow this many indicators and drawings{Limit(words)}, volume included: "
                    + "ask for fewer, or use provider local.",
                upstream) with { Learned = LearnedParameters(words) };
        }

        return words.Contains("Layout", StringComparison.OrdinalIgnoreCase)
            ? Refused(
                ChartErrorCode.UpstreamRefused,
                "The layout is private: share it on TradingView, or set TRADINGVIEW_SESSION_ID and "
                    + "TRADINGVIEW_SESSION_ID_SIGN.", upstream)
            : Refused(ChartErrorCode.UpstreamUnauthorized, KeyRefused, upstream);
    }

    private static ChartImgReply Unprocessable(string words, string? upstream)
    {
        if (words.Contains("Invalid Symbol", StringComparison.OrdinalIgnoreCase))
        {
            return Refused(
                ChartErrorCode.UnknownSymbol, "Chart-IMG does not know the symbol: check it on TradingView.", upstream);
        }

        return words.Contains("Invalid Interval", StringComparison.OrdinalIgnoreCase)
            ? Refused(
                ChartErrorCode.IntervalUnavailable, "Chart-IMG does not offer this interval for the symbol.", upstream)
            : Refused(ChartErrorCode.UpstreamRefused, "Chart-IMG refused the request's values.", upstream);
    }

    private static string Limit(string words) => Bracket(words) is { } limit ? $" (at most {limit})" : "";

    private static AccountLimits? LearnedSize(string words) =>
        Bracket(words)?.Split('x') is [var width, var height]
        && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out int widthPx)
        && int.TryParse(height, NumberStyles.None, CultureInfo.InvariantCulture, out int heightPx)
            ? AccountPlans.OfSize(widthPx, heightPx)
            : null;

    private static AccountLimits? LearnedParameters(string words) =>
        int.TryParse(Bracket(words), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? AccountPlans.OfParameters(count)
            : null;

    // The brackets of the upstream's words hold the plan's limit, such as (800x600) or (3).
    private static string? Bracket(string words)
    {
        int open = words.IndexOf('(', StringComparison.Ordinal);
        int close = open < 0 ? -1 : words.IndexOf(')', open);
        if (close < 0 || close - open > 12) return null;
        string limit = words[(open + 1)..close];
        return limit.Length > 0 && limit.All(c => char.IsAsciiDigit(c) || c == 'x') ? limit : null;
    }

    private static string Words(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return Words(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 1_000)]);
        }
    }

    private static string Words(JsonElement root)
    {
        switch (root.ValueKind)
        {
            case JsonValueKind.Array:
                return string.Join("; ", root.EnumerateArray().Take(5).Select(FieldWords));
            case JsonValueKind.Object:
                if (root.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array)
                    return Words(errors);
                return TextOf(root, "message") ?? TextOf(root, "error") ?? FieldWords(root);
            case JsonValueKind.String:
                return root.GetString() ?? "";
            default:
                return "";
        }
    }

    private static string FieldWords(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String) return item.GetString() ?? "";
        if (item.ValueKind != JsonValueKind.Object) return "";
        string? param = TextOf(item, "param");
        string? value = item.TryGetProperty("value", out JsonElement sent) ? $" (sent {ShownText.Of(sent)})" : null;
        return string.Concat(param, param is null ? null : " ", TextOf(item, "msg"), value);
    }

    private static string? TextOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool LooksLikeText(ReadOnlySpan<byte> body) =>
        body.Length > 0 && body[..Math.Min(body.Length, 64)].IndexOfAnyInRange((byte)0, (byte)8) < 0 && body[0] < 0x80;
}
