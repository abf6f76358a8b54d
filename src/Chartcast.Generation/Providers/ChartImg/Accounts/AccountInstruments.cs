using System.Diagnostics.Metrics;

namespace Chartcast.Generation.Providers.ChartImg.Accounts;

/// <summary>Shows how a key stands, as its book says; nothing while the book cannot be read.</summary>
internal static class AccountInstruments
{
    private const string UnknownPlan = "unknown";

    /// <summary>Makes the instruments.</summary>
    /// <param name="meter">Their meter.</param>
    /// <param name="account">The account.</param>
    /// <param name="isKeyRefused">Whether the newest answer refused the key.</param>
    public static void Make(Meter meter, ChartImgAccount account, Func<bool> isKeyRefused)
    {
        void Show(string name, string unit, string description, Func<AccountStanding, double?> read) =>
            meter.CreateObservableGauge(name, () => Values(account, read), unit, description);

        Show("chartcast.chart_img.attempts.today", "{attempt}",
            "Attempts since midnight UTC, of all processes that share the book.", standing => standing.Usage.Today);
        Show("chartcast.chart_img.limit_per_day", "{attempt}",
            "The plan's calls a UTC day; absent when it is not known.", standing => standing.Limits.PerDay);
        Show("chartcast.chart_img.left.today", "{attempt}",
            "Calls left today; absent when the limit is not known.", standing => standing.Left);
        Show("chartcast.chart_img.exhausted", "",
            "1 when Chart-IMG has said that the day's limit is reached, else 0.",
            standing => standing.Usage.IsExhausted ? 1 : 0);
        Show("chartcast.chart_img.reset.timestamp", "s",
            "When the day ends: the next midnight UTC, in seconds since 1970.",
            standing => standing.Usage.ResetsAt.ToUnixTimeSeconds());
        Show("chartcast.chart_img.key_refused", "",
            "1 when the newest answer refused the key, else 0.", _ => isKeyRefused() ? 1 : 0);
        meter.CreateObservableGauge(
            "chartcast.chart_img.book_readable", () => account.Look() is null ? 0 : 1, "",
            "1 when the book of calls can be read; while it is 0, what comes from the book is absent.");
    }

    private static IEnumerable<Measurement<double>> Values(
        ChartImgAccount account, Func<AccountStanding, double?> read) =>
        account.Look() is { } standing && read(standing) is { } value
            ? [new(value, new KeyValuePair<string, object?>("plan", standing.Limits.Plan ?? UnknownPlan))]
            : [];
}
