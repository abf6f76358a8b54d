using System.Buffers.Binary;
using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Clients;

/// <summary>The official Inspector over every transport it has, in both eras.</summary>
[Collection(PublicSoftware.Name)]
public sealed class InspectorTests
{
    private const string Chart = """{"symbol":"DEMO:INSPECTOR","interval":"1D","width":640,"height":400}""";

    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Theory]
    [InlineData("modern")]
    [InlineData("legacy")]
    public async Task Http_ListsDrawsAndReads(string era)
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        using var inspector = new Inspector(["--transport", "http", new Uri(server.Address, "mcp").ToString()], era);
        await AssertListsDrawsAndReadsAsync(inspector);
    }

    [Fact]
    public async Task Sse_ListsDrawsAndReads()
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        using var inspector = new Inspector(["--transport", "sse", new Uri(server.Address, "sse").ToString()], "legacy");
        await AssertListsDrawsAndReadsAsync(inspector);
    }

    [Theory]
    [InlineData("modern")]
    [InlineData("legacy")]
    public async Task Stdio_ListsDrawsAndReads(string era)
    {
        using var state = new ScratchFolder();
        using var inspector = new Inspector(
            ["--transport", "stdio", "--", "dotnet", Checkout.Program, "stdio", "--state", state.Path], era);
        await AssertListsDrawsAndReadsAsync(inspector);
    }

    private static async Task AssertListsDrawsAndReadsAsync(Inspector inspector)
    {
        // Exit code 6 would be a schema that some client cannot take; warnings do not change it.
        CommandResult list = await inspector.RunAsync("tools/list", "--strict", "--format", "json");
        Assert.True(list.ExitCode == 0, list.Errors);
        Assert.DoesNotContain("Warning: tool", list.Errors, StringComparison.Ordinal);
        Assert.Contains("generate_chart", list.Output, StringComparison.Ordinal);

        JsonElement drawn = await inspector.CallAsync("tools/call", "--tool-name", "generate_chart", "--tool-args-json", Chart);
        JsonElement image = Assert.Single(Blocks(drawn, "image"));
        byte[] picture = image.GetProperty("data").GetBytesFromBase64();
        Assert.Equal(PngSignature, picture[..8]);
        Assert.Equal((640, 400), (BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))));
        string uri = Assert.Single(Blocks(drawn, "resource_link")).GetProperty("uri").GetString()!;

        JsonElement resources = await inspector.CallAsync("resources/list");
        Assert.Contains(
            uri, resources.GetProperty("resources").EnumerateArray().Select(resource => resource.GetProperty("uri").GetString()));

        using var folder = new ScratchFolder();
        string file = folder.File("picture.png");
        CommandResult read = await inspector.RunAsync("resources/read", "--uri", uri, "--output", file, "--output-format", "raw");
        Assert.True(read.ExitCode == 0, read.Errors + read.Output);
        Assert.Equal(picture, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    private static JsonElement[] Blocks(JsonElement result, string type) =>
        [.. result.GetProperty("content").EnumerateArray().Where(block => block.GetProperty("type").GetString() == type)];
}
