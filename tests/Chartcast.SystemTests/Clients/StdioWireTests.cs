using System.Diagnostics;
using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Clients;

/// <summary>Standard output, line by line.</summary>
public sealed class StdioWireTests
{
    private const string Call = """
        {"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"generate_chart","arguments":{"symbol":"DEMO:WIRE"},
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",
        "io.modelcontextprotocol/clientCapabilities":{},"progressToken":"p"}}}
        """;

    [Fact]
    public async Task StandardOutput_HoldsJsonRpcAlone_WithRisingProgress_ThenTheResult()
    {
        using var state = new ScratchFolder();
        using Process server = Command.Start("dotnet", [Checkout.Program, "stdio", "--state", state.Path]);
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        await server.StandardInput.WriteLineAsync(Call.Replace("\n", "", StringComparison.Ordinal));
        await server.StandardInput.FlushAsync();

        List<double> progress = [];
        JsonElement result = default;
        while (result.ValueKind == JsonValueKind.Undefined && await ReadLineAsync(server) is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement message = document.RootElement;
            Assert.Equal("2.0", message.GetProperty("jsonrpc").GetString());
            if (message.TryGetProperty("method", out JsonElement method))
            {
                Assert.Equal("notifications/progress", method.GetString());
                progress.Add(message.GetProperty("params").GetProperty("progress").GetDouble());
            }
            else
            {
                Assert.Equal(7, message.GetProperty("id").GetInt32());
                result = message.GetProperty("result").Clone();
            }
        }

        Assert.Equal("completed", result.GetProperty("structuredContent").GetProperty("status").GetString());
        Assert.NotEmpty(progress);
        Assert.All(progress.Zip(progress.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        server.StandardInput.Close();
        Assert.Null(await ReadLineAsync(server));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await server.WaitForExitAsync(limit.Token);
        Assert.Equal(0, server.ExitCode);
    }

    private static async Task<string?> ReadLineAsync(Process server) =>
        await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
}
