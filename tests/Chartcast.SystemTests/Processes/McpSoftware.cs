namespace Chartcast.SystemTests.Processes;

/// <summary>The public MCP programs and clients of <c>tests/mcp</c>, and the Node they run on.</summary>
/// <remarks>They need a newer Node than distributions carry, so it comes from npm, too.</remarks>
public static class McpSoftware
{
    private static readonly string Programs = Path.Combine(Checkout.McpSoftware, "node_modules", ".bin");

    /// <summary>The Node of <c>tests/mcp</c>; skips the test where it is not installed.</summary>
    public static string Node
    {
        get
        {
            string node = Path.Combine(Programs, "node");
            Assert.SkipUnless(
                File.Exists(node),
                "Node 22 is not installed (npm ci --ignore-scripts in tests/mcp; its packages are for linux-x64, linux-arm64 "
                    + "and darwin-arm64)");
            return node;
        }
    }

    /// <summary>The path of an installed program's script; skips the test where it is not installed.</summary>
    /// <param name="name">Its command name.</param>
    /// <param name="package">The npm package it comes from.</param>
    public static string Program(string name, string package)
    {
        string path = Path.Combine(Programs, name);
        Assert.SkipUnless(
            File.Exists(path), $"npm package {package} is not installed (npm ci --ignore-scripts in tests/mcp)");
        return path;
    }

    /// <summary>The path of a client script; skips the test where the package it imports is not installed.</summary>
    /// <param name="script">Its file name.</param>
    /// <param name="package">The npm package it imports.</param>
    public static string Script(string script, string package)
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Checkout.McpSoftware, "node_modules", package)),
            $"npm package {package} is not installed (npm ci --ignore-scripts in tests/mcp)");
        return Path.Combine(Checkout.McpSoftware, script);
    }
}

/// <summary>Tests that run public software: one after the other, and beside no other test, because the suite and the
/// clients have deadlines of their own.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PublicSoftware
{
    public const string Name = "public software";
}
