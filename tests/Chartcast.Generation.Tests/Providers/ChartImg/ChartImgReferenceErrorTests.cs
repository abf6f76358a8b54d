using System.Net;
using System.Text;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

/// <summary>Every row of the reference's tables of errors (parts 6.3 and 6.4) means something of its own to a
/// caller.</summary>
public sealed class ChartImgReferenceErrorTests
{
    [Theory]
    // Part 6.3, v2 and v3
    [InlineData(400, "", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(401, """{"message":"Invalid Request"}""", ChartErrorCode.UpstreamUnauthorized, false)]
    [InlineData(403, """{"message":"Forbidden"}""", ChartErrorCode.UpstreamUnauthorized, false)]
    [InlineData(403, """{"message":"Layout Forbidden"}""", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(403, """{"message":"Exceed Max Usage Resolution Limit (800x600)"}""", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(403, """{"message":"Exceed Max Usage Parameter Limit (3)"}""", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(404, """{"message":"Route Not Found"}""", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(409, """{"message":"Session Disconnected"}""", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(422, """[{"value":"X","msg":"must be a valid tradingview EXCHANGE:SYMBOL","param":"symbol","location":"body"}]""", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(422, """{"message":"Invalid Symbol"}""", ChartErrorCode.UnknownSymbol, false)]
    [InlineData(422, """{"message":"Invalid Interval"}""", ChartErrorCode.IntervalUnavailable, false)]
    [InlineData(422, """{"message":"Invalid Request"}""", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(429, """{"message":"Too Many Requests"}""", ChartErrorCode.UpstreamRateLimited, true)]
    [InlineData(429, """{"message":"Limit Exceeded"}""", ChartErrorCode.UpstreamQuotaExhausted, false)]
    [InlineData(500, """{"message":"Something Went Wrong"}""", ChartErrorCode.UpstreamFailed, true)]
    [InlineData(504, """{"message":"External Request Timeout"}""", ChartErrorCode.UpstreamTimeout, true)]
    [InlineData(504, """{"message":"Endpoint request timed out"}""", ChartErrorCode.UpstreamTimeout, true)]
    // Part 6.4, v1
    [InlineData(404, """{"message":"Route not found."}""", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(422, """{"error":"Invalid symbol."}""", ChartErrorCode.UnknownSymbol, false)]
    [InlineData(422, """{"errors":[{"value":"INVALID","msg":"The field must be valid interval id.","param":"interval","location":"query"}]}""", ChartErrorCode.UpstreamRefused, false)]
    [InlineData(500, """{"error":"Server error."}""", ChartErrorCode.UpstreamFailed, true)]
    [InlineData(503, "", ChartErrorCode.UpstreamFailed, true)]
    [InlineData(504, """{"error":"Process timeout."}""", ChartErrorCode.UpstreamTimeout, true)]
    public void Error_HasItsMeaning(int status, string body, ChartErrorCode code, bool isTriedAgain)
    {
        ChartImgReply reply = ChartImgErrors.FromStatus(
            (HttpStatusCode)status, Encoding.UTF8.GetBytes(body), ["key"]);
        Assert.Equal((code, isTriedAgain), (reply.Error!.Code, reply.Retries > 0));
        Assert.StartsWith("Chart-IMG API error: ", reply.Error.Upstream, StringComparison.Ordinal);
        Assert.EndsWith(".", reply.Error.Message, StringComparison.Ordinal);
    }

    // Part 6.3: a field error names the field, its text and what was sent
    [Theory]
    [InlineData("symbol", "must be a valid tradingview EXCHANGE:SYMBOL")]
    [InlineData("interval", "must be a supported interval")]
    [InlineData("studies[0].name", "must be a supported name")]
    [InlineData("studies[0].override.Plot.color", "must be a valid rgb/rgba color")]
    public void Error422_Array_IsToldWithFieldTextAndValue(string param, string message)
    {
        ChartImgReply reply = ChartImgErrors.FromStatus(
            HttpStatusCode.UnprocessableEntity,
            Encoding.UTF8.GetBytes($$"""[{"value":"X1","msg":"{{message}}","param":"{{param}}","location":"body"}]"""), ["key"]);
        Assert.Equal($"Chart-IMG API error: {param} {message} (sent 'X1')", reply.Error!.Upstream);
    }

    // Part 6.5: Retry-After is optional, and nothing depends on rate-limit headers; part 9: wrong lore kept out
    [Theory]
    [InlineData("""{"success":false,"error":{"code":"RATE_LIMIT","message":"x"}}""")]
    [InlineData("not json at all")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Error_OfNoKnownShape_IsStillToldByItsStatus(string body)
    {
        ChartImgReply reply = ChartImgErrors.FromStatus(HttpStatusCode.TooManyRequests, Encoding.UTF8.GetBytes(body), ["key"]);
        Assert.Equal(ChartErrorCode.UpstreamRateLimited, reply.Error!.Code);
        Assert.NotNull(reply.Error.Upstream);
    }
}
