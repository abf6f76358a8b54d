namespace Chartcast.Generation.Providers.ChartImg.Calls;

/// <summary>One call of the API, and how its answer is judged.</summary>
internal sealed record ChartImgCall
{
    /// <summary>GET or POST.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Path and query below the base address, without a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON body, or null.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The media types that are taken.</summary>
    public required string Accept { get; init; }

    /// <summary>Whether the key travels as a bearer token, as v1 documents it, instead of in a header of its
    /// own.</summary>
    public bool IsBearer { get; init; }

    /// <summary>Whether the TradingView session goes along.</summary>
    public bool TakesSession { get; init; }

    /// <summary>Judges the content of a 200: content, media type.</summary>
    public required Func<ReadOnlyMemory<byte>, string?, ChartImgReply> Judge { get; init; }
}
