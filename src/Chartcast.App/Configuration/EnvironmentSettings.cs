namespace Chartcast.App.Configuration;

/// <summary>The environment variables this program knows, read once at start. The only place that reads them.</summary>
public static class EnvironmentSettings
{
    /// <summary>The port to serve on.</summary>
    public const string Port = "PORT";

    /// <summary>The key of Chart-IMG.</summary>
    public const string ChartImgApiKey = "CHART_IMG_API_KEY";

    /// <summary>The base address of Chart-IMG.</summary>
    public const string ChartImgBaseUrl = "CHART_IMG_BASE_URL";

    /// <summary>The plan of the Chart-IMG account: basic, pro, mega, ultra or enterprise.</summary>
    public const string ChartImgAccountPlan = "CHART_IMG_PLAN";

    /// <summary>How many calls a second the account may make; wins over the plan.</summary>
    public const string ChartImgPerSecond = "CHART_IMG_PER_SECOND";

    /// <summary>How many calls the account may make at once; wins over the plan.</summary>
    public const string ChartImgBurst = "CHART_IMG_BURST";

    /// <summary>How many calls a day the account may make; wins over the plan.</summary>
    public const string ChartImgPerDay = "CHART_IMG_PER_DAY";

    /// <summary>The largest picture of the account, such as 1920x1080; wins over the plan.</summary>
    public const string ChartImgMaximumSize = "CHART_IMG_MAX_SIZE";

    /// <summary>How many studies and drawings the account takes; wins over the plan.</summary>
    public const string ChartImgMaximumParameters = "CHART_IMG_MAX_PARAMETERS";

    /// <summary>How many megabytes of Chart-IMG's pictures are kept; 0 for none.</summary>
    public const string ChartImgCacheMegabytes = "CHART_IMG_CACHE_MB";

    /// <summary>TradingView's cookie sessionid.</summary>
    public const string TradingViewSessionId = "TRADINGVIEW_SESSION_ID";

    /// <summary>TradingView's cookie sessionid_sign.</summary>
    public const string TradingViewSessionIdSign = "TRADINGVIEW_SESSION_ID_SIGN";

    /// <summary>The folder of CSV files.</summary>
    public const string DataDirectory = "CHARTCAST_DATA_DIR";

    /// <summary>The folder of history and pictures.</summary>
    public const string StateDirectory = "CHARTCAST_STATE_DIR";

    /// <summary>The bearer token that opens the server.</summary>
    public const string Token = "CHARTCAST_TOKEN";

    /// <summary>The OAuth issuers whose tokens open the server.</summary>
    public const string OAuthIssuer = "CHARTCAST_OAUTH_ISSUER";

    /// <summary>What the audience of those tokens has to be.</summary>
    public const string OAuthAudience = "CHARTCAST_OAUTH_AUDIENCE";

    /// <summary>Where the issuer's keys are.</summary>
    public const string OAuthKeySetUrl = "CHARTCAST_OAUTH_JWKS_URL";

    /// <summary>The web pages that may call.</summary>
    public const string AllowedOrigins = "CHARTCAST_ALLOWED_ORIGINS";

    /// <summary>The host names that are answered besides loopback.</summary>
    public const string AllowedHosts = "CHARTCAST_ALLOWED_HOSTS";

    /// <summary>Whether the transport of 2024-11-05 is served.</summary>
    public const string LegacySse = "CHARTCAST_LEGACY_SSE";

    /// <summary>How many days history is kept.</summary>
    public const string RetentionDays = "CHARTCAST_RETENTION_DAYS";

    /// <summary>How many megabytes pictures and bars may take.</summary>
    public const string RetentionMegabytes = "CHARTCAST_RETENTION_MB";

    /// <summary>How many requests may wait.</summary>
    public const string QueueCapacity = "CHARTCAST_QUEUE";

    /// <summary>How many charts are made at once.</summary>
    public const string Workers = "CHARTCAST_WORKERS";

    /// <summary>How many connections may be open at once.</summary>
    public const string MaximumConnections = "CHARTCAST_MAX_CONNECTIONS";

    /// <summary>The server's address as clients see it, for links in answers.</summary>
    public const string PublicUrl = "CHARTCAST_PUBLIC_URL";

    /// <summary>How answers carry pictures unless a call says otherwise.</summary>
    public const string Delivery = "CHARTCAST_DELIVERY";

    /// <summary>The largest picture in an answer unless a call says otherwise.</summary>
    public const string MaxBytes = "CHARTCAST_MAX_BYTES";

    /// <summary>The longest edge of a picture in an answer unless a call says otherwise.</summary>
    public const string MaxEdgePx = "CHARTCAST_MAX_EDGE_PX";

    /// <summary>Keys of the Chart-IMG-compatible API.</summary>
    public const string ChartImgApiKeys = "CHARTCAST_CHART_IMG_API_KEYS";

    /// <summary>A file of such keys.</summary>
    public const string ChartImgApiKeysFile = "CHARTCAST_CHART_IMG_API_KEYS_FILE";

    /// <summary>The plan of keys that name none, and of everyone when no key is asked for.</summary>
    public const string ChartImgPlan = "CHARTCAST_CHART_IMG_PLAN";

    /// <summary>The folder of layouts.</summary>
    public const string ChartImgLayouts = "CHARTCAST_CHART_IMG_LAYOUTS";

    /// <summary>How many megabytes stored pictures may take.</summary>
    public const string ChartImgStorageMegabytes = "CHARTCAST_CHART_IMG_STORAGE_MB";

    /// <summary>Faults on purpose.</summary>
    public const string ChartImgFaults = "CHARTCAST_CHART_IMG_FAULTS";

    /// <summary>Accepted because deployments of Node programs set it; changes nothing here.</summary>
    public const string NodeEnvironment = "NODE_ENV";

    private static readonly string[] Names =
    [
        Port, ChartImgApiKey, ChartImgBaseUrl, ChartImgAccountPlan, ChartImgPerSecond, ChartImgBurst, ChartImgPerDay,
        ChartImgMaximumSize, ChartImgMaximumParameters, ChartImgCacheMegabytes, TradingViewSessionId,
        TradingViewSessionIdSign, DataDirectory, StateDirectory, Token,
        OAuthIssuer, OAuthAudience, OAuthKeySetUrl, AllowedOrigins, AllowedHosts,
        RetentionDays, RetentionMegabytes, QueueCapacity, Workers, MaximumConnections, PublicUrl, LegacySse,
        Delivery, MaxBytes, MaxEdgePx,
        ChartImgApiKeys, ChartImgApiKeysFile, ChartImgPlan, ChartImgLayouts, ChartImgStorageMegabytes, ChartImgFaults,
        NodeEnvironment,
        PlatformDirectories.XdgDataHome, PlatformDirectories.Home, PlatformDirectories.LocalAppData,
        PlatformDirectories.UserProfile,
    ];

    /// <summary>Reads the known variables; those that are empty or blank count as not set.</summary>
    /// <returns>Values by name.</returns>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in Names)
        {
            string? value = Environment.GetEnvironmentVariable(name);
            if (!string.IsNullOrWhiteSpace(value)) values[name] = value.Trim();
        }

        return values;
    }
}
