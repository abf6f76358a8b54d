using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Chartcast.App.Engines;
using Microsoft.Net.Http.Headers;

namespace Chartcast.App.ChartImgApi;

/// <summary>Stored pictures: the answers that tell their links, and the links.</summary>
internal sealed class StorageEndpoints(ChartEngine engine, StoredPictures pictures)
{
    /// <summary>Where stored pictures are; everything below is open to everyone.</summary>
    public const string Root = "/stored";

    private const int TagDigits = 32;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(Root + "/{date}/{file}", Reading, (RequestDelegate)ServeAsync);

    /// <summary>Stores a drawn chart and answers with its link.</summary>
    /// <param name="call">The call.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="tellsSize">Whether the answer of a v2 path has <c>size</c>: that of a layout does.</param>
    public async Task StoreAsync(ApiCall call, DrawnChart chart, bool tellsSize)
    {
        DateTimeOffset now = engine.Time.GetUtcNow();
        StoredPicture picture =
            await pictures.SaveAsync(chart.Image, TimeSpan.FromDays(call.Plan.StorageDays), call.Left);
        call.Context.Response.Headers[ApiAnswers.RequestHeader] = chart.Record.RequestId;
        call.Context.Response.Headers[ApiAnswers.SourceHeader] = chart.Record.Report?.Source?.Feed;
        bool isFirst = call.Version == ApiVersion.V1;
        await ApiAnswers.WriteJsonAsync(call.Context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("url"u8, UrlOf(call.Context.Request, picture));
            json.WriteString("etag"u8, TagOf(chart.Image.Bytes.Span));
            if (isFirst || tellsSize) json.WriteNumber("size"u8, chart.Image.Bytes.Length);
            json.WriteString(isFirst ? "expireAt"u8 : "expire"u8, ApiAnswers.Moment(picture.ExpiresAt));
            if (isFirst) WriteFirst(json, now);
            json.WriteEndObject();
        });
    }

    private void WriteFirst(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteString("createdAt"u8, ApiAnswers.Moment(now));
        if (engine.Options.AllowedOrigins == "*") json.WriteString("cors"u8, "*"u8);
        else json.WriteNull("cors"u8);
    }

    private string UrlOf(HttpRequest request, StoredPicture picture)
    {
        Uri home = engine.Links.Base ?? new Uri($"{request.Scheme}://{request.Host}/");
        return new Uri(home, $"{Root[1..]}/{picture.Date}/{picture.File}").AbsoluteUri;
    }

    private async Task ServeAsync(HttpContext context)
    {
        string date = context.Request.RouteValues["date"] as string ?? "";
        string file = context.Request.RouteValues["file"] as string ?? "";
        if (StoredPicture.Parse(date, file) is not { } picture
            || await pictures.FindAsync(picture, context.RequestAborted) is not { } bytes)
        {
            await ApiAnswers.WriteErrorAsync(context, ApiVersion.V2, ApiErrors.NotFound);
            return;
        }

        IHeaderDictionary headers = context.Response.Headers;
        long seconds = (long)pictures.LeftOf(picture).TotalSeconds;
        headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={seconds}, immutable");
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var tag = new EntityTagHeaderValue($"\"{TagOf(bytes)}\"");
        await Results.Bytes(bytes, picture.MimeType, enableRangeProcessing: true, entityTag: tag).ExecuteAsync(context);
    }

    private static string TagOf(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes))[..TagDigits];
}
