using Chartcast.App.Failures;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Operations;

/// <summary>Gives a body to the router's bare 404 and 405, and an incident to what broke.</summary>
internal sealed partial class UnmatchedAnswers(ILogger<UnmatchedAnswers> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (ChartException exception) when (!context.Response.HasStarted)
        {
            await Problem.WriteAsync(context, Problem.StatusOf(exception.Error.Code), Failure.From(exception.Error));
            return;
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await Problem.WriteAsync(
                context, exception.StatusCode, new Failure("bad_request", "The request could not be read."));
            return;
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            string incident = Guid.NewGuid().ToString("N")[..12];
            LogBroken(exception, context.Request.Path, incident);
            if (context.Response.HasStarted) context.Abort();
            else
            {
                await Problem.WriteAsync(
                    context, StatusCodes.Status500InternalServerError, Failure.Internal(incident));
            }

            return;
        }

        if (context.Response is { HasStarted: false, ContentType: null, ContentLength: null })
            await NameAsync(context);
    }

    private static Task NameAsync(HttpContext context)
    {
        int status = context.Response.StatusCode;
        Failure? failure = status switch
        {
            StatusCodes.Status404NotFound => new Failure("not_found", "Nothing is served here: GET / lists what is."),
            StatusCodes.Status405MethodNotAllowed => new Failure(
                "method_not_allowed", $"This path takes {context.Response.Headers.Allow}."),
            _ => null,
        };
        if (failure is null) return Task.CompletedTask;
        return context.Request.Path.StartsWithSegments("/mcp", StringComparison.Ordinal)
            ? Problem.WriteJsonRpcAsync(context, status, failure)
            : Problem.WriteAsync(context, status, failure);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} broke, incident {Incident}")]
    private partial void LogBroken(Exception exception, string path, string incident);
}
