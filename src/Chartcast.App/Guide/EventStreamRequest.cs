using Chartcast.Generation.Events;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Security;

namespace Chartcast.App.Guide;

/// <summary>What a listener asked for.</summary>
/// <param name="ClientId">The name it gave itself.</param>
/// <param name="Filter">Which events it wants.</param>
/// <param name="LastEventId">The last event it has, or null.</param>
internal sealed record EventStreamRequest(string ClientId, EventFilter Filter, string? LastEventId)
{
    private const int MaximumIdLength = 128;

    /// <summary>Reads the path, the query and the headers of a request.</summary>
    /// <param name="request">The request; its route has <c>clientId</c>.</param>
    /// <param name="faults">Receives everything that is wrong.</param>
    public static EventStreamRequest Read(HttpRequest request, ICollection<FieldFault> faults)
    {
        string clientId = request.RouteValues["clientId"] as string ?? "";
        if (!ClientIds.IsValid(clientId))
            faults.Add(new FieldFault("clientId", "is no client id: " + ClientIds.Grammar));
        bool isOwn = ReadScope(One(request, "scope", faults), faults);
        var filter = new EventFilter(
            isOwn ? clientId : null,
            ReadRequestId(One(request, "requestId", faults), faults),
            ReadSymbol(One(request, "symbol", faults), faults),
            Caller.Of(request.HttpContext).SeesOnly);
        // A browser that reconnects repeats the address it was given, so the header is the newer of the two.
        string? header = request.Headers["Last-Event-ID"];
        return new EventStreamRequest(
            clientId, filter, string.IsNullOrEmpty(header) ? One(request, "lastEventId", faults) : header);
    }

    private static bool ReadScope(string? text, ICollection<FieldFault> faults)
    {
        if (text is null or "own" or "all") return text == "own";
        faults.Add(new FieldFault("scope", "must be own (only charts this client asked for) or all."));
        return false;
    }

    private static string? ReadRequestId(string? text, ICollection<FieldFault> faults)
    {
        bool isRight = text is null || (text.Length is > 0 and <= MaximumIdLength
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'));
        if (!isRight) faults.Add(new FieldFault("requestId", "is no request id: write it as generate_chart gave it."));
        return isRight ? text : null;
    }

    private static string? ReadSymbol(string? text, ICollection<FieldFault> faults)
    {
        if (text is null) return null;
        if (Symbol.TryParse(text, out Symbol symbol, out string? fault)) return symbol.ToString();
        faults.Add(new FieldFault("symbol", fault));
        return null;
    }

    private static string? One(HttpRequest request, string name, ICollection<FieldFault> faults)
    {
        Microsoft.Extensions.Primitives.StringValues values = request.Query[name];
        if (values.Count > 1) faults.Add(new FieldFault(name, "is given more than once."));
        return values.Count == 0 ? null : values[0];
    }
}
