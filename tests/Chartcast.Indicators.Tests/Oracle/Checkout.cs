namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>Where the checkout lies that the tests run from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chartcast.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("Chartcast.slnx is in no folder above the tests: run them from a checkout.");
    }
}
