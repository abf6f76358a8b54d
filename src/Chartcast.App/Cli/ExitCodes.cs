using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>What the process ends with; scripts rely on the numbers.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Internal = 1;
    public const int Usage = 2;
    public const int NoData = 3;
    public const int Upstream = 4;
    public const int Cancelled = 5;
    public const int Storage = 6;
    public const int CannotListen = 7;
    public const int Busy = 8;

    /// <summary>The table that <c>--help</c> shows.</summary>
    public const string Help = """
        Exit codes:
          0  done
          1  internal error; the log has it
          2  wrong usage, argument or setting
          3  unknown symbol, no data, or a data file that cannot be read
          4  the chart service failed or refused
          5  cancelled
          6  the state directory, the output file or standard output cannot be written
          7  the address cannot be listened on
          8  busy or timed out; the same command may succeed later
        """;

    public static int Of(ChartErrorCode code) => code switch
    {
        ChartErrorCode.InvalidArgument => Usage,
        ChartErrorCode.UnknownSymbol or ChartErrorCode.IntervalUnavailable or ChartErrorCode.NoData
            or ChartErrorCode.DataUnreadable => NoData,
        ChartErrorCode.UpstreamRefused or ChartErrorCode.UpstreamUnauthorized or ChartErrorCode.UpstreamRateLimited
            or ChartErrorCode.UpstreamQuotaExhausted or ChartErrorCode.UpstreamFailed
            or ChartErrorCode.UpstreamTimeout or ChartErrorCode.UpstreamBadImage
            or ChartErrorCode.ProviderUnavailable => Upstream,
        ChartErrorCode.Cancelled or ChartErrorCode.Interrupted => Cancelled,
        ChartErrorCode.StorageUnavailable => Storage,
        ChartErrorCode.Busy or ChartErrorCode.Timeout => Busy,
        _ => Internal,
    };
}
