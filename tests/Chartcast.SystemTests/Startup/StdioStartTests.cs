using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Startup;

/// <summary>Hosts start the program in any folder, some only to ask what it is: until a tool is called it leaves no
/// trace.</summary>
public sealed class StdioStartTests
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core.dll";
    private const string Metrics = "OpenTelemetry.dll";
    private const string Cryptography = "libSystem.Security.Cryptography.Native.OpenSsl.so";

    private const string ModernMeta = """
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}
        """;

    private static readonly string[] Conversation2025 =
    [
        """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},
        "clientInfo":{"name":"test","version":"1"} } }
        """,
        """{"jsonrpc":"2.0","id":2,"method":"ping"}""",
        """{"jsonrpc":"2.0","id":3,"method":"tools/list"}""",
        """{"jsonrpc":"2.0","id":4,"method":"resources/templates/list"}""",
    ];

    private static readonly string[] Conversation2026 =
    [
        $$"""{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{ {{ModernMeta}} } }""",
        $$"""{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{ {{ModernMeta}} } }""",
        $$"""{"jsonrpc":"2.0","id":3,"method":"resources/templates/list","params":{ {{ModernMeta}} } }""",
    ];

    public static TheoryData<string[]> Conversations => [Conversation2025, Conversation2026];

    [Theory]
    [MemberData(nameof(Conversations), DisableDiscoveryEnumeration = true)]
    public async Task Stdio_WritesNothing_ListensNowhere_AndLoadsNoWebServer_UntilAToolIsCalled(string[] conversation)
    {
        await using var server = StdioServer.Start("dotnet", [Checkout.Program, "stdio"]);
        foreach (string request in conversation) await server.AskAsync(OneLine(request));

        Assert.Empty(ProcessFacts.OpenPorts(server.Id));
        Assert.False(ProcessFacts.HasMapped(server.Id, Kestrel));
        Assert.False(ProcessFacts.HasMapped(server.Id, Metrics));
        Assert.False(ProcessFacts.HasMapped(server.Id, Cryptography));
        Assert.True(ProcessFacts.HasMapped(server.Id, Path.GetFileName(Checkout.Program)));
        Assert.Equal(0, await server.EndAsync());
        Assert.Empty(server.Written);
    }

    [Fact]
    public async Task Stdio_KeepsHistory_OnceAToolIsCalled()
    {
        await using var server = StdioServer.Start("dotnet", [Checkout.Program, "stdio"]);
        JsonElement result = await server.AskAsync(OneLine($$"""
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"generate_chart",
            "arguments":{"symbol":"DEMO:START"}, {{ModernMeta}} } }
            """));
        Assert.Equal("completed", result.GetProperty("structuredContent").GetProperty("status").GetString());
        Assert.Contains(server.Written, path => path.Contains("/data/chartcast/", StringComparison.Ordinal));
        Assert.True(ProcessFacts.HasMapped(server.Id, Cryptography));
        Assert.Empty(ProcessFacts.OpenPorts(server.Id));
        Assert.Equal(0, await server.EndAsync());
    }

    [Fact]
    public async Task Serve_ListensAndLoadsTheWebServer()
    {
        // What the tests above look for can be seen where it is.
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        Assert.Single(ProcessFacts.OpenPorts(server.Id));
        Assert.True(ProcessFacts.HasMapped(server.Id, Kestrel));
        Assert.True(ProcessFacts.HasMapped(server.Id, Metrics));
    }

    private static string OneLine(string json) => json.ReplaceLineEndings("");
}
