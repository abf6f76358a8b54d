namespace Chartcast.Drawing.Tests;

/// <summary>How often tests with random input try.</summary>
internal static class Rounds
{
    /// <summary>A number for the usual run, and one for the long one (<c>CHARTCAST_LONG_TESTS=1</c>).</summary>
    public static int Of(int usual, int many) =>
        Environment.GetEnvironmentVariable("CHARTCAST_LONG_TESTS") == "1" ? many : usual;
}
