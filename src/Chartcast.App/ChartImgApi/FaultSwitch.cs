using System.Text;
using Chartcast.App.Configuration;

namespace Chartcast.App.ChartImgApi;

/// <summary>Answers wrongly on purpose, where the settings say so.</summary>
internal sealed class FaultSwitch(ChartImgApiOptions options, TimeProvider time)
{
    /// <summary>The header that asks for a fault, where that is allowed.</summary>
    public const string Header = "X-Chartcast-Fault";

    private static readonly byte[] Page =
        Encoding.UTF8.GetBytes("<!doctype html><html><body><h1>Service unavailable</h1></body></html>");

    private int _calls;

    /// <summary>The fault of this call.</summary>
    /// <exception cref="ApiException">The header names no fault.</exception>
    public ApiFault Next(HttpRequest request)
    {
        if (options.TakesFaultHeader && request.Headers[Header] is { Count: > 0 } asked)
        {
            ApiFault fault = ApiFaults.Find(asked.ToString());
            return fault != ApiFault.None
                ? fault
                : throw new ApiException(ApiErrors.BadRequest with
                {
                    Message = $"{Header} takes one of {string.Join(", ", ApiFaults.Names)}.",
                });
        }

        if (options.Faults.Count == 0) return ApiFault.None;
        int call = Interlocked.Increment(ref _calls);
        return options.Faults.FirstOrDefault(rule => call % rule.Every == 0)?.Fault ?? ApiFault.None;
    }

    /// <summary>Does the work of a call, or what the fault makes of it.</summary>
    /// <exception cref="ApiException">The fault is an error.</exception>
    public async Task RunAsync(ApiFault fault, HttpContext context, Func<Task> work)
    {
        if (ErrorOf(fault) is { } error) throw new ApiException(error);
        if (DelayOf(fault) is { } delay) await Task.Delay(delay, time, context.RequestAborted);
        if (fault == ApiFault.Html)
            await ApiAnswers.WriteBytesAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", Page);
        else if (fault == ApiFault.Truncated) await TruncateAsync(context, work);
        else await work();
    }

    private static ApiError? ErrorOf(ApiFault fault) => fault switch
    {
        ApiFault.RateLimited => ApiErrors.TooManyRequests,
        ApiFault.LimitExceeded => ApiErrors.LimitExceeded,
        ApiFault.ServerError => ApiErrors.SomethingWentWrong,
        ApiFault.ExternalTimeout => ApiErrors.ExternalTimeout,
        ApiFault.EndpointTimeout => ApiErrors.EndpointTimeout,
        ApiFault.Unauthorized => ApiErrors.Unauthorized,
        ApiFault.Forbidden => ApiErrors.Forbidden,
        ApiFault.LayoutForbidden => ApiErrors.LayoutForbidden,
        ApiFault.SessionDisconnected => ApiErrors.SessionDisconnected,
        ApiFault.InvalidRequest => ApiErrors.InvalidRequest,
        _ => null,
    };

    private static TimeSpan? DelayOf(ApiFault fault) => fault switch
    {
        ApiFault.Slow => TimeSpan.FromSeconds(4),
        ApiFault.Slower => TimeSpan.FromSeconds(9),
        ApiFault.Hang => TimeSpan.FromSeconds(120),
        _ => null,
    };

    /// <summary>Lets the answer be written aside, and sends the half of it under the length of the whole.</summary>
    private static async Task TruncateAsync(HttpContext context, Func<Task> work)
    {
        Stream line = context.Response.Body;
        using var aside = new MemoryStream();
        context.Response.Body = aside;
        try
        {
            await work();
        }
        finally
        {
            context.Response.Body = line;
        }

        await line.WriteAsync(aside.GetBuffer().AsMemory(0, (int)aside.Length / 2), context.RequestAborted);
        await line.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
