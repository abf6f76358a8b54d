using System.Globalization;
using Chartcast.App.Engines;
using Chartcast.App.Failures;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Security;
using Microsoft.Net.Http.Headers;

namespace Chartcast.App.Pictures;

/// <summary>Finished charts by link: <c>/charts/{requestId}.png</c>, <c>.svg</c>, <c>.jpg</c>, <c>.webp</c>,
/// <c>.json</c>, <c>.csv</c>.</summary>
internal sealed class PictureEndpoints(ChartEngine engine, ChartFiles files)
{
    public const string Path = "/charts/{file}";

    private const int RetryAfterSeconds = 1;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(Path, Reading, (RequestDelegate)ServeAsync).Needs(Access.Read);

    private async Task ServeAsync(HttpContext context)
    {
        try
        {
            ChartFileName? name = ChartFileName.Parse(context.Request.RouteValues["file"] as string ?? "");
            ChartRecord? record = name is null
                ? null
                : await engine.Requests.FindAsync(
                    name.RequestId, Caller.Of(context).SeesOnly, context.RequestAborted);
            if (record is null) await WriteUnknownAsync(context);
            else if (record.Status != ChartStatus.Completed) await WriteUnfinishedAsync(context, record);
            else if (await files.FindAsync(record, name!.Kind, context.RequestAborted) is { } file)
                await WriteAsync(context, record, file);
            else await WriteNoSuchFormAsync(context);
        }
        catch (ChartException exception)
        {
            await Problem.WriteAsync(context, Problem.StatusOf(exception.Error.Code), Failure.From(exception.Error));
        }
    }

    private static Task WriteAsync(HttpContext context, ChartRecord record, ChartFile file)
    {
        IHeaderDictionary headers = context.Response.Headers;
        // A request's chart never changes, but a shared cache must not hand it to those who may not ask.
        headers.CacheControl = "private, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (file.MimeType.StartsWith("text/csv", StringComparison.Ordinal))
            headers.ContentDisposition = $"attachment; filename=\"{record.RequestId}.csv\"";
        return Results.Bytes(
            file.Bytes,
            file.MimeType,
            enableRangeProcessing: true,
            lastModified: record.FinishedAt,
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\"")).ExecuteAsync(context);
    }

    private static Task WriteUnknownAsync(HttpContext context) => Problem.WriteAsync(
        context,
        StatusCodes.Status404NotFound,
        new Failure(
            ChartErrorCode.UnknownRequest.WireName(),
            "There is no such chart: write /charts/ and a request id with .png, .svg, .jpg, .webp, .json or .csv; "
            + "get_recent_requests lists the ids that are kept."));

    private static Task WriteNoSuchFormAsync(HttpContext context) => Problem.WriteAsync(
        context,
        StatusCodes.Status404NotFound,
        new Failure(
            ChartErrorCode.UnknownRequest.WireName(),
            "This chart does not exist in this form: charts of outside providers have only the picture they gave "
            + "and .json."));

    private static Task WriteUnfinishedAsync(HttpContext context, ChartRecord record)
    {
        if (record.Error is { } error)
            return Problem.WriteAsync(context, StatusCodes.Status409Conflict, Failure.From(error));
        string message = string.Create(
            CultureInfo.InvariantCulture, $"{record.RequestId} is {record.Status.WireName()}: ask again in a moment.");
        return Problem.WriteAsync(context, StatusCodes.Status409Conflict, new Failure("not_finished", message)
        {
            Retryable = true,
            RetryAfterSeconds = RetryAfterSeconds,
        });
    }
}
