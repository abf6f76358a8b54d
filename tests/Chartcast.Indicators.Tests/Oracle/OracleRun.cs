using System.Diagnostics;
using System.Text.Json;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>What all oracles say about one series: <c>tests/oracles/run.mjs</c>, run once.</summary>
internal sealed class OracleRun
{
    private static readonly Dictionary<string, Lazy<Task<OracleRun?>>> Runs = OracleSeries.Names.ToDictionary(
        name => name, name => new Lazy<Task<OracleRun?>>(() => StartAsync(name)));

    private readonly List<OracleAnswer> _answers = [];

    private OracleRun(BarSeries bars) => Bars = bars;

    public BarSeries Bars { get; }

    /// <summary>The oracles that could be loaded.</summary>
    public IReadOnlyList<string> Oracles { get; private set; } = [];

    public IEnumerable<OracleAnswer> Of(IndicatorListing listing) =>
        _answers.Where(answer => answer.Request.Listing == listing);

    /// <summary>The answers for a series; null for real data that are not there.</summary>
    public static Task<OracleRun?> ForAsync(string series) => Runs[series].Value;

    public static string? WhyNot
    {
        get => field ??= FindNode() is null ? "node is not installed (apt-get install nodejs)" : "";
    }

    private static async Task<OracleRun?> StartAsync(string series)
    {
        if (OracleSeries.Find(series) is not { } bars) return null;
        OracleRequest[] requests =
            [.. IndicatorCatalog.All.SelectMany(listing => OracleRequest.Variations(listing))];
        var run = new OracleRun(bars);
        using var node = Process.Start(new ProcessStartInfo(FindNode()!, "run.mjs")
        {
            WorkingDirectory = Path.Combine(Checkout.Root, "tests", "oracles"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> complaints = node.StandardError.ReadToEndAsync();
        Task writing = WriteAsync(node.StandardInput.BaseStream, bars, requests);
        while (await node.StandardOutput.ReadLineAsync() is { } line) run.Take(line, requests);
        await writing;
        await node.WaitForExitAsync();
        if (node.ExitCode != 0) throw new InvalidOperationException($"The oracles failed on {series}: {await complaints}");
        return run;
    }

    private static async Task WriteAsync(Stream stream, BarSeries bars, OracleRequest[] requests)
    {
        await using (stream)
        {
            await using var writer = new Utf8JsonWriter(stream);
            writer.WriteStartObject();
            writer.WriteString("interval", bars.Interval.ToString());
            writer.WriteString("zone", bars.ExchangeZone.Id);
            writer.WriteStartObject("bars");
            WriteColumn(writer, "time", bars, bar => bar.OpenTimeMs);
            WriteColumn(writer, "open", bars, bar => bar.Open);
            WriteColumn(writer, "high", bars, bar => bar.High);
            WriteColumn(writer, "low", bars, bar => bar.Low);
            WriteColumn(writer, "close", bars, bar => bar.Close);
            WriteColumn(writer, "volume", bars, bar => bar.Volume);
            writer.WriteEndObject();
            writer.WriteStartArray("requests");
            foreach (OracleRequest request in requests) request.Write(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private static void WriteColumn(Utf8JsonWriter writer, string name, BarSeries bars, Func<Bar, double> value)
    {
        writer.WriteStartArray(name);
        for (int i = 0; i < bars.Count; i++)
        {
            double number = value(bars[i]);
            if (double.IsNaN(number)) writer.WriteNullValue();
            else writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    private void Take(string line, OracleRequest[] requests)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        if (root.TryGetProperty("oracles", out JsonElement oracles))
        {
            Oracles = [.. oracles.EnumerateArray().Select(name => name.GetString()!)];
            return;
        }

        OracleRequest request = requests[root.GetProperty("request").GetInt32()];
        foreach (JsonProperty plot in root.GetProperty("plots").EnumerateObject())
        {
            double[] values =
            [
                .. plot.Value.EnumerateArray().Select(value => value.ValueKind switch
                {
                    JsonValueKind.Null => double.NaN,
                    JsonValueKind.String => OracleAnswer.Unknown,
                    _ => value.GetDouble(),
                }),
            ];
            _answers.Add(new OracleAnswer(request, root.GetProperty("oracle").GetString()!, plot.Name, values));
        }
    }

    private static string? FindNode() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "node"))
        .FirstOrDefault(File.Exists);
}

/// <summary>One plot as an oracle has it: one value per bar, NaN where there is none.</summary>
internal sealed record OracleAnswer(OracleRequest Request, string Oracle, string Plot, double[] Values)
{
    /// <summary>Stands where the oracle cannot say whether there is a value.</summary>
    public const double Unknown = double.PositiveInfinity;
}
