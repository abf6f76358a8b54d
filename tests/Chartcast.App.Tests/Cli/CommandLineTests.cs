using System.Text;
using System.Text.Json;
using Chartcast.App.Tests.Doubles;
using Chartcast.App.Tests.Guide;
using Microsoft.AspNetCore.TestHost;

namespace Chartcast.App.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [GuideSentence("Server Startup: the list of endpoints, word for word")]
    public async Task Serve_PrintsTheGuidesList()
    {
        using var stop = new CancellationTokenSource();
        CliRun run = await ServeAsync(stop);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            Chart-IMG MCP HTTP Server running on http://localhost:3001
            MCP Endpoints:
              Initialize: POST http://localhost:3001/mcp/initialize
              List Tools: POST http://localhost:3001/mcp/tools/list
              Call Tool:  POST http://localhost:3001/mcp/tools/call
              SSE Events: GET  http://localhost:3001/mcp/events/:clientId
              Health:     GET  http://localhost:3001/mcp/health

            """,
            run.Text);
    }

    [Fact]
    public async Task Serve_IsRefused_WhenEveryoneCouldReachIt()
    {
        CliRun run = await ServeAsync(null, "--host", "0.0.0.0", "--allow-host", "box");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("CHARTCAST_TOKEN", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Serve_IsRefused_WhenTheStateCannotBeWritten()
    {
        File.WriteAllText(_folder.In("occupied"), "");
        CliRun run = await CliRun.Of("serve", "--state", Path.Combine(_folder.In("occupied"), "state"));
        Assert.Equal(6, run.ExitCode);
        Assert.Contains("--state", run.Error);
    }

    [Fact]
    public async Task Serve_IsRefused_WhenTheDataFolderIsMissing()
    {
        CliRun run = await CliRun.Of("serve", "--data", _folder.In("nowhere"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--data", run.Error);
        Assert.Contains("create the folder", run.Error);
    }

    [Theory]
    [InlineData("--drawing", "horizontal_line:price=100,text=Target\\, one")]
    [InlineData("--drawing", "horizontal_line:100")]
    [InlineData("--drawing", """{"name":"Horizontal Line","input":{"price":100}}""")]
    [InlineData("--indicator", """{"name":"Moving Average","input":{"length":7}}""")]
    [InlineData("--indicator", "sma:7,color=rgb(1,2,3)")]
    [InlineData("--override", "showVertGrid=false")]
    [InlineData("--override", "priceRange.from=1")]
    [InlineData("--override", "style.candleStyle.upColor=rgb(1,2,3)")]
    [InlineData("--scale", "log")]
    [InlineData("--compare", "DEMO:X")]
    [InlineData("--watermark", "mine")]
    [InlineData("--shift-left", "2")]
    [InlineData("--shift-right", "20")]
    [InlineData("--type", "heikin_ashi")]
    public async Task Render_TakesTheOption_AndItShows(string option, string value)
    {
        string plain = _folder.In("plain.png"), file = _folder.In("other.png");
        Assert.Equal(0, (await RenderAsync("FILE:prices", "-o", plain)).ExitCode);
        CliRun run = await RenderAsync("FILE:prices", "-o", file, option, value);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEqual(
            await File.ReadAllBytesAsync(plain, TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--drawing", "{nope", "--drawing")]
    [InlineData("--drawing", "nope:1", "drawings[0].type")]
    [InlineData("--override", "foo", "--override")]
    [InlineData("--override", "foo=1", "override.foo")]
    [InlineData("--compare", "x", "compare[0]")]
    [InlineData("--shift-left", "many", "shiftLeft")]
    public async Task Render_NamesTheOption_WhenItsValueIsWrong(string option, string value, string field)
    {
        CliRun run = await RenderAsync("FILE:prices", "-o", _folder.In("x.png"), option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(field, run.Error);
        Assert.False(File.Exists(_folder.In("x.png")));
    }

    [Fact]
    public async Task Sheet_DrawsAllItsSymbols()
    {
        CliRun run = await CliRun.Of(
            "sheet", "FILE:prices", "FILE:prices@1W", "DEMO:X", "--data", Data(), "--columns", "3", "--title", "Mine",
            "-o", _folder.In("sheet.png"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("FILE:prices 1W: ", run.Text);
        Assert.Contains("DEMO:X 1D: sample data", run.Text);
        Assert.Contains("1440×352 px", run.Text);
    }

    [Fact]
    public async Task Options_TellTheCatalogue()
    {
        Assert.Contains("momentum: rsi, macd", (await CliRun.Of("options")).Text);
        Assert.Contains("UpperLimit.value", (await CliRun.Of("options", "rsi")).Text);
        Assert.Contains("horizontal_line", (await CliRun.Of("options", "--topic", "drawings")).Text);
        JsonElement json = JsonDocument.Parse((await CliRun.Of("options", "rsi", "--json")).Output).RootElement;
        Assert.Equal(1, json.GetProperty("indicators").GetArrayLength());
        CliRun wrong = await CliRun.Of("options", "rsj");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("rsi", wrong.Error);
        Assert.Equal(2, (await CliRun.Of("options", "--topic", "nope")).ExitCode);
    }

    [Theory]
    [InlineData("png", "\u0089PNG")]
    [InlineData("svg", "<?xml")]
    [InlineData("jpg", "\u00FF\u00D8\u00FF")]
    [InlineData("webp", "RIFF")]
    public async Task Render_WritesTheFormatOfTheEnding(string ending, string begin)
    {
        string file = _folder.In("out." + ending);
        CliRun run = await RenderAsync("FILE:prices", "-o", file, "--indicator", "sma:20", "--theme", "dark");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        string start = Encoding.Latin1.GetString(bytes[..5]);
        Assert.True(start.StartsWith(begin, StringComparison.Ordinal) || start.StartsWith("<svg", StringComparison.Ordinal), start);
        Assert.Contains("FILE:prices, 1D candlestick chart", run.Text);
        Assert.Contains($"Wrote {file}", run.Text);
    }

    [Theory]
    [InlineData("keltner:20,2", "(in_0 true, in_1 20, in_2 2)")]
    [InlineData("macd(5,35,5)", "(in_0 5, in_1 35, in_2 5")]
    public async Task Render_TakesInputsAtTheirPlaces(string indicator, string inputs)
    {
        CliRun run = await RenderAsync("FILE:prices", "-o", _folder.In("out.png"), "--indicator", indicator);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(inputs, run.Text);
    }

    [Fact]
    public async Task Render_PutsThePictureOnStandardOutput_AndTheNumbersBeside()
    {
        CliRun run = await RenderAsync("FILE:prices", "-o", "-", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("PNG", Encoding.ASCII.GetString(run.Output[1..4]));
        JsonElement numbers = JsonDocument.Parse(run.Error).RootElement;
        Assert.Equal("FILE:prices", numbers.GetProperty("symbol").GetString());
    }

    [Theory]
    [InlineData(3, "NASDAQ:NOSUCH")]
    [InlineData(2, "nonsense")]
    [InlineData(2, "FILE:prices", "--width", "0")]
    [InlineData(2, "FILE:prices", "--width", "1e9")]
    [InlineData(2, "FILE:prices", "-i", "7m")]
    [InlineData(2, "FILE:prices", "--indicator", "nothing")]
    [InlineData(2, "FILE:prices", "--timezone", "Mars/Base")]
    [InlineData(2, "FILE:prices", "--format", "svg")]
    [InlineData(2, "FILE:prices", "--unknown")]
    [InlineData(4, "NASDAQ:AAPL", "--provider", "chart-img")]
    public async Task Render_EndsWithTheDocumentedCode(int code, params string[] arguments)
    {
        CliRun run = await RenderAsync([.. arguments, "-o", _folder.In("out.png")]);
        Assert.Equal(code, run.ExitCode);
        Assert.StartsWith("chartcast: ", run.Error);
        Assert.False(File.Exists(_folder.In("out.png")));
    }

    [Fact]
    public async Task Render_TellsFailuresAsJson()
    {
        CliRun run = await RenderAsync("NASDAQ:NOSUCH", "--json", "-o", _folder.In("out.png"));
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            "unknown_symbol",
            JsonDocument.Parse(run.Output).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Render_RefusesDirectories()
    {
        CliRun run = await RenderAsync("FILE:prices", "-o", _folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is a directory", run.Error);
    }

    [Fact]
    public async Task Render_RefusesFoldersThatDoNotExist()
    {
        CliRun run = await RenderAsync("FILE:prices", "-o", Path.Combine(_folder.In("no"), "out.png"));
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task Symbols_AreListed()
    {
        CliRun run = await CliRun.Of("symbols", "prices", "--data", Data(), "--state", _folder.In("state"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("FILE:prices", run.Text);
    }

    [Fact]
    public async Task Doctor_ChecksEverything_AndShowsNoKey()
    {
        CliRun run = await CliRun.RunAsync(
            ["doctor", "--port", "0", "--data", Data(), "--state", _folder.In("state")],
            new Dictionary<string, string> { ["CHART_IMG_API_KEY"] = TestApp.Key },
            input: "");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("chart-img key: set (not shown)", run.Text);
        Assert.Contains("tool list: sha256 ", run.Text);
        Assert.DoesNotContain(TestApp.Key, run.Text + run.Error);
        Assert.DoesNotContain("FAIL", run.Text);
    }

    [Fact]
    public async Task Help_HasExamplesAndExitCodes()
    {
        CliRun run = await CliRun.Of("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("chartcast render NASDAQ:AAPL -i 1D -o aapl.png", run.Text);
        Assert.Contains("Exit codes:", run.Text);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("stdio")]
    [InlineData("render")]
    [InlineData("sheet")]
    [InlineData("options")]
    [InlineData("symbols")]
    [InlineData("doctor")]
    public async Task Help_TellsOfACommand_AmongAllAndAlone(string name)
    {
        CliRun all = await CliRun.Of("--help");
        Assert.Matches($@"(?m)^  {name}\b", all.Text);
        CliRun alone = await CliRun.Of(name, "--help");
        Assert.Equal(0, alone.ExitCode);
        Assert.Contains($" {name} ", alone.Text);
        Assert.DoesNotContain("Exit codes:", alone.Text);
    }

    [Fact]
    public async Task Version_IsTold()
    {
        CliRun run = await CliRun.Of("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Text);
    }

    private string Data()
    {
        string data = _folder.In("data");
        Directory.CreateDirectory(data);
        _folder.WriteBars(Path.Combine("data", "prices.csv"));
        return data;
    }

    private Task<CliRun> RenderAsync(params string[] arguments) =>
        CliRun.Of(["render", .. arguments, "--data", Data()]);

    private Task<CliRun> ServeAsync(CancellationTokenSource? stop, params string[] arguments) => CliRun.RunAsync(
        ["serve", "--state", _folder.In("state"), .. arguments],
        new Dictionary<string, string>(),
        input: "",
        host => host.UseTestServer(),
        stop);
}
