using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Cli;

public sealed class ChartImgBodyTests : IDisposable
{
    private const string Body =
        """
        {"symbol":"FILE:prices","theme":"dark","zoomIn":3,
        "studies":[{"name":"Volume","forceOverlay":true},{"name":"Relative Strength Index"}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Render_DrawsABody_LikeTheSameOptions()
    {
        File.WriteAllText(_folder.In("body.json"), Body);
        CliRun body = await RenderAsync("", "--chart-img-body", _folder.In("body.json"), "-o", _folder.In("body.png"));
        CliRun options = await RenderAsync(
            "", "FILE:prices", "--theme", "dark", "--no-volume", "--timezone", "Etc/UTC", "--indicator",
            """{"type":"volume","forceOverlay":true}""", "--indicator", "rsi", "-o", _folder.In("options.png"));

        Assert.Equal((0, 0), (body.ExitCode, options.ExitCode));
        Assert.Equal(File.ReadAllBytes(_folder.In("options.png")), File.ReadAllBytes(_folder.In("body.png")));
        Assert.Contains("zoomIn is not known", body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_ReadsABodyFromStandardInput_AndTellsItsWarningsAsJson()
    {
        CliRun run = await RenderAsync(Body, "--chart-img-body", "-", "-o", _folder.In("out.svg"), "--json");

        Assert.Equal(0, run.ExitCode);
        using JsonDocument answer = JsonDocument.Parse(run.Text);
        Assert.Contains(
            "zoomIn", answer.RootElement.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("<svg", File.ReadAllText(_folder.In("out.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_TellsFaultsByTheirPathInTheBody()
    {
        CliRun run = await RenderAsync(
            """{"studies":[{"name":"MACD","input":{"in_0":"12"}}]}""", "--chart-img-body", "-", "--json");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("\"field\":\"studies[0].input.in_0\"", run.Text + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "BINANCE:BTCUSDT")]
    [InlineData(" \n", "BINANCE:BTCUSDT")]
    [InlineData("{\"symbol\":", "is no JSON, from line 1")]
    [InlineData("""{"format":"jpeg"}""", "another ending than the body's format")]
    public async Task Render_SaysWhatIsWrong(string body, string told)
    {
        CliRun run = await RenderAsync(body, "--chart-img-body", "-", "-o", _folder.In("x.png"));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.In("x.png")));
    }

    [Fact]
    public async Task Render_SaysThatTheFileCannotBeRead()
    {
        CliRun run = await RenderAsync("", "--chart-img-body", _folder.In("nowhere.json"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--chart-img-body cannot be read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_RefusesABodyThatIsTooLong()
    {
        CliRun run = await RenderAsync(new string(' ', 1_048_577), "--chart-img-body", "-");
        Assert.Contains("is longer than", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leave out a symbol", "FILE:prices")]
    [InlineData("leave out --theme", "--theme", "dark")]
    [InlineData("leave out --no-volume, --format", "--no-volume", "--format", "png")]
    public async Task Render_RefusesOptionsBesideABody(string told, params string[] arguments)
    {
        CliRun run = await RenderAsync(Body, [.. arguments, "--chart-img-body", "-"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_NeedsASymbol_WithoutABody()
    {
        CliRun run = await RenderAsync("", "--theme", "dark");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Required argument missing", run.Error, StringComparison.Ordinal);
    }

    private Task<CliRun> RenderAsync(string input, params string[] arguments)
    {
        string data = _folder.In("data");
        Directory.CreateDirectory(data);
        _folder.WriteBars(Path.Combine("data", "prices.csv"));
        return CliRun.RunAsync(["render", .. arguments, "--data", data], new Dictionary<string, string>(), input);
    }
}
