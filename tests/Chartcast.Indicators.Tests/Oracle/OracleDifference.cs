using System.Globalization;

namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>A deliberate difference between us and an oracle: a row of <c>Differences.csv</c>.</summary>
/// <param name="Study">Exact name of the listing.</param>
/// <param name="Plots">Keys of its plots; empty for all.</param>
/// <param name="Oracle">Who computes otherwise.</param>
/// <param name="Series">Where; empty for everywhere.</param>
/// <param name="From">From which bar on the values agree all the same; null for nowhere.</param>
/// <param name="Reason">Why ours stays as it is.</param>
internal sealed record OracleDifference(
    string Study, string[] Plots, string Oracle, string[] Series, int? From, string Reason)
{
    private const int Columns = 6;

    public static IReadOnlyList<OracleDifference> All { get; } = Read();

    public static OracleDifference? Find(OracleAnswer answer, string series) => All.FirstOrDefault(row =>
        row.Study == answer.Request.Listing.Name && row.Oracle == answer.Oracle
        && (row.Plots.Length == 0 || row.Plots.Contains(answer.Plot))
        && (row.Series.Length == 0 || row.Series.Contains(series)));

    private static OracleDifference[] Read() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Oracle", "Differences.csv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(',', Columns))
            .Select(cells => new OracleDifference(
                cells[0], Words(cells[1]), cells[2], Words(cells[3]),
                cells[4].Length == 0 ? null : int.Parse(cells[4], CultureInfo.InvariantCulture), cells[5])),
    ];

    private static string[] Words(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
