namespace Chartcast.SystemTests.Processes;

/// <summary>Where the program under test and the client scripts lie.</summary>
public static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>The server, built in the same configuration as the tests.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "src", "Chartcast.App", "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!),
        "net10.0", "chartcast.dll");

    /// <summary>Scripts and packages of public clients.</summary>
    public static string Clients { get; } = Path.Combine(Root, "tests", "clients");

    /// <summary>The conformance suite and the public MCP clients.</summary>
    public static string McpSoftware { get; } = Path.Combine(Root, "tests", "mcp");

    /// <summary>Real prices beside the checkout, or null where they are not.</summary>
    public static string? SharedData
    {
        get
        {
            string path = Path.Combine(Path.GetDirectoryName(Root)!, "shared", "data");
            return Directory.Exists(path) ? path : null;
        }
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chartcast.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("Chartcast.slnx is in no folder above the tests: run them from a checkout.");
    }
}
