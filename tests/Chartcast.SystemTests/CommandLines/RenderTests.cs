using System.Buffers.Binary;
using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.CommandLines;

/// <summary>The command line as a new user types it.</summary>
public sealed class RenderTests
{
    [Fact]
    public async Task Render_WritesAPicture_AndPngcheckAgrees()
    {
        using var folder = new ScratchFolder();
        string file = folder.File("demo.png");
        CommandResult result = await RunAsync(folder, "render", "DEMO:BTC", "-i", "4h", "-o", file, "--indicator", "rsi");
        Assert.True(result.ExitCode == 0, result.Errors);
        byte[] png = await File.ReadAllBytesAsync(file);
        Assert.Equal(800, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(600, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        CommandResult check = await Command.RunAsync(Command.Require("pngcheck", "pngcheck"), ["-q", file]);
        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
    }

    [Fact]
    public async Task Render_GivesTheSameBytes_InTwoProcesses()
    {
        using var folder = new ScratchFolder();
        await File.WriteAllTextAsync(folder.File("prices.csv"), OwnPrices());
        string[] command = ["render", "FILE:prices", "--data", folder.Path, "--indicator", "sma:5", "-o"];
        Assert.Equal(0, (await RunAsync(folder, [.. command, folder.File("a.png")])).ExitCode);
        Assert.Equal(0, (await RunAsync(folder, [.. command, folder.File("b.png")])).ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(folder.File("a.png")), await File.ReadAllBytesAsync(folder.File("b.png")));
    }

    [Fact]
    public async Task Render_PrintsTheNumbers_WhenAskedForJson()
    {
        using var folder = new ScratchFolder();
        CommandResult result = await RunAsync(folder, "render", "DEMO:BTC", "--json", "-o", folder.File("x.svg"));
        Assert.True(result.ExitCode == 0, result.Errors);
        using JsonDocument answer = JsonDocument.Parse(result.Output);
        Assert.True(answer.RootElement.GetProperty("source").GetProperty("sample").GetBoolean());
        Assert.StartsWith("<svg", (await File.ReadAllTextAsync(folder.File("x.svg")))[..200].Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "", StringComparison.Ordinal).Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yahoofinance-AAPL-20040819-20180120", "1W")]
    [InlineData("yahoofinance-SPY-20200901-20210113", "1D")]
    [InlineData("SP500_NOV2019_IDay", "5m")]
    [InlineData("jpyusd_barchartdotcom", "1D")]
    public async Task Render_DrawsEveryRealFile_AsItIs(string file, string interval)
    {
        Assert.SkipWhen(Checkout.SharedData is null, "the folder of real prices is not beside the checkout");
        using var folder = new ScratchFolder();
        CommandResult result = await RunAsync(
            folder, "render", $"FILE:{file}", "-i", interval, "--data", Checkout.SharedData, "--json",
            "-o", folder.File("x.png"));
        Assert.True(result.ExitCode == 0, result.Errors);
        using JsonDocument answer = JsonDocument.Parse(result.Output);
        Assert.False(answer.RootElement.GetProperty("source").GetProperty("sample").GetBoolean());
    }

    [Theory]
    [InlineData("NASDAQ:NOPE", "NASDAQ:NOPE")]
    [InlineData("../../etc/passwd", "symbol")]
    [InlineData("FILE:../secret", "symbol")]
    public async Task Render_NamesTheFault_AndWritesNothing(string symbol, string named)
    {
        using var folder = new ScratchFolder();
        CommandResult result = await RunAsync(folder, "render", symbol, "-o", folder.File("x.png"));
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(named, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("x.png")));
    }

    private static Task<CommandResult> RunAsync(ScratchFolder folder, params string[] arguments) =>
        Command.RunAsync("dotnet", [Checkout.Program, .. arguments],
            new Dictionary<string, string> { ["CHARTCAST_STATE_DIR"] = folder.File("state") }, folder.Path);

    private static string OwnPrices() => "Date,Open,High,Low,Close,Volume\n" + string.Concat(
        Enumerable.Range(0, 60).Select(i =>
            $"{new DateOnly(2025, 1, 6).AddDays(i / 5 * 7 + i % 5):yyyy-MM-dd},{100 + i},{103 + i},{99 + i},{101 + i + i % 3},{1000 + i * 10}\n"));
}
