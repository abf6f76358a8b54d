namespace Chartcast.ChartImgFake;

/// <summary>The fake as a process: <c>chart-img-fake [port] [key]</c>; prints its address and runs until it is ended.</summary>
internal static class FakeProcess
{
    public static async Task<int> Main(string[] arguments)
    {
        string key = arguments.Length > 1 ? arguments[1] : FakeSettings.DefaultKey;
        await using ChartImgFakeServer server = await ChartImgFakeServer.StartAsync(new FakeSettings
        {
            Port = arguments.Length > 0 ? int.Parse(arguments[0], System.Globalization.CultureInfo.InvariantCulture) : 0,
            Keys = new Dictionary<string, FakePlan>(StringComparer.Ordinal) { [key] = FakePlan.Ultra },
        });
        Console.WriteLine($"Listening on {server.Address}");
        await server.WaitForShutdownAsync();
        return 0;
    }
}
