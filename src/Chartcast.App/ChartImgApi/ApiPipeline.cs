using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Security;

namespace Chartcast.App.ChartImgApi;

/// <summary>What every call goes through before and after its own work: who asks, and how errors are told.</summary>
internal sealed partial class ApiPipeline(ChartEngine engine, ILogger logger)
{
    private const string Transport = "chart-img-api";

    // No subject of a token has a colon in it.
    private const string KeyOwner = "chart-img-key:";

    private readonly ApiKeys _keys = new(engine.Options.ChartImgApi, engine.ApiDays, engine.Time);
    private readonly FaultSwitch _faults = new(engine.Options.ChartImgApi, engine.Time);

    /// <summary>Wraps an endpoint's work.</summary>
    public RequestDelegate Answering(ApiVersion version, Func<ApiCall, Task> work) =>
        context => AnswerAsync(context, version, work);

    private async Task AnswerAsync(HttpContext context, ApiVersion version, Func<ApiCall, Task> work)
    {
        try
        {
            // The order: key, fault on purpose, rate and day; body, fields, plan and symbol are the work's own.
            ApiCaller caller = _keys.Find(context.Request, version) ?? throw new ApiException(ApiErrors.Forbidden);
            ApiFault fault = _faults.Next(context.Request);
            if (caller.Allowance.Take() is { } refusal) throw new ApiException(refusal);
            await _faults.RunAsync(
                fault, context, () => work(new ApiCall(context, version, caller.Plan, CallerOf(context, caller))));
        }
        catch (ApiException exception) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, version, exception.Error);
        }
        catch (ChartException exception) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, version, ApiErrors.Of(exception.Error));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogLeft(context.Request.Path);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            string incident = RequestIds.NewIncidentId();
            LogBroken(exception, context.Request.Path, incident);
            await ApiAnswers.WriteErrorAsync(context, version, ApiErrors.SomethingWentWrong);
        }
    }

    private Task RefuseAsync(HttpContext context, ApiVersion version, ApiError error)
    {
        LogRefused(context.Request.Path, error.Status, error.Fields.Count > 0 ? "fields" : error.Message);
        return ApiAnswers.WriteErrorAsync(context, version, error);
    }

    /// <summary>The caller as requests remember it: charts of a key are that key's, others those of the token's
    /// subject.</summary>
    private static ChartCaller CallerOf(HttpContext context, ApiCaller caller) =>
        new(ClientIdOf(context.Request) ?? caller.Name, Transport)
        {
            Owner = caller.Name is { } name ? KeyOwner + name : Caller.Of(context).Subject,
        };

    /// <summary>The name a caller gives itself, so that it can listen to its own charts; anything else correlates
    /// nothing.</summary>
    private static string? ClientIdOf(HttpRequest request)
    {
        const int Longest = 128;
        string? id = request.Headers["X-Client-Id"];
        return id is { Length: > 0 and <= Longest }
            && id.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-')
                ? id
                : null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Refused {Path} with {Status}: {Reason}")]
    private partial void LogRefused(string path, int status, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The caller of {Path} left before its answer")]
    private partial void LogLeft(string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} broke, incident {Incident}")]
    private partial void LogBroken(Exception exception, string path, string incident);
}
