using Chartcast.App.Options;

namespace Chartcast.App.Tests.Cli;

public sealed class OptionPagesTests
{
    public static TheoryData<string> Pages() => [.. OptionPages.All.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_IsAsTheProgramWritesIt(string name)
    {
        string path = Path.Combine(Root(), "docs", name);
        if (Environment.GetEnvironmentVariable("CHARTCAST_RENEW_SNAPSHOTS") == "1")
            File.WriteAllText(path, OptionPages.All[name]);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == OptionPages.All[name],
            $"docs/{name} is not what the catalogue says: run this test with CHARTCAST_RENEW_SNAPSHOTS=1.");
    }

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chartcast.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("Chartcast.slnx is in no folder above the tests.");
    }
}
