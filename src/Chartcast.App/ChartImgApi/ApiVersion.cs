namespace Chartcast.App.ChartImgApi;

/// <summary>The versions of Chart-IMG's API; each has its own way to send a key and to word errors.</summary>
internal enum ApiVersion
{
    /// <summary>Query parameters; errors under <c>error</c> or <c>errors</c>.</summary>
    V1,

    /// <summary>JSON bodies; errors under <c>message</c>, or a list.</summary>
    V2,

    /// <summary>Lists of symbols; errors as in v2.</summary>
    V3,
}
